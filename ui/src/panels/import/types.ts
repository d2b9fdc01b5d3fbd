/* What a reading of a file is, as the program tells it. */

export type Role =
  | "title"
  | "description"
  | "owner"
  | "part_of"
  | "state"
  | "status"
  | "status_business"
  | "status_date"
  | "start"
  | "end"
  | "delivered_on"
  | "budget"
  | "spent"
  | "percent_complete"
  | "category"
  | "reference"
  | "external_key"
  | "tags"
  | "contributes_to"
  | "why"
  | "extra_field"
  | "ignore";
export type Scale = "ones" | "thousands" | "millions" | "billions";
export type Encoding = "utf8" | "utf16" | "windows1252";
export type Separator = "comma" | "semicolon" | "tab" | "pipe";
export type Mapping = {
  sheet: string | null;
  header_row: number | null;
  roles: { [key in string]: Role };
  day_first: boolean | null;
  decimal_comma: boolean | null;
  scale: Scale | null;
  currency: string | null;
  fiscal_month: number | null;
  encoding: Encoding | null;
  separator: Separator | null;
  repairs: string[];
  skip_rows: number[];
  keep_rows: number[];
};
export type Verdict = "table" | "other_table" | "legend" | "prose" | "empty" | "unreadable";
export type SheetFacts = {
  name: string;
  rows: number;
  columns: number;
  hidden: boolean;
  verdict: Verdict;
  why: string;
  chosen: boolean;
};
export type TableFacts = {
  sheet: string;
  header: [number, number] | null;
  first_row: number;
  last_row: number;
};
export type ColumnFacts = {
  letter: string;
  header: string;
  role: Role;
  confidence: number;
  check: boolean;
  given: boolean;
  unit: string;
  examples: string[];
  filled: number;
  alternatives: { role: Role; confidence: number }[];
};
export type Counts = {
  initiatives: number;
  owners: number;
  groups: number;
  objectives: number;
  links_proposed: number;
  status_reports: number;
  totals_ignored: number;
  left_out: number;
  set_aside: number;
  reasons_kept: number;
  problems: number;
  errors: number;
  warnings: number;
};
export type Mark = "none" | "spread" | "warning" | "error";
export type RowKind =
  | "above"
  | "header"
  | "data"
  | "total"
  | "repeated_header"
  | "note"
  | "section"
  | "no_title"
  | "skipped";
export type PreviewRow = { number: number; kind: RowKind; cells: { text: string; mark: Mark }[] };
export type About =
  | "file"
  | "header_row"
  | "encoding"
  | "separator"
  | "dates"
  | "fiscal_year"
  | "numbers"
  | "merged_cells"
  | "totals"
  | "set_aside"
  | "ratings";
export type Assumption = {
  about: About;
  decided: boolean;
  choice: string;
  evidence: string;
  alternatives: { label: string; mapping: Mapping }[];
  places: string[];
};
export type ProblemCode =
  | "no_table"
  | "sheet_unreadable"
  | "cell_error"
  | "unreadable_number"
  | "unreadable_date"
  | "impossible_date"
  | "unreadable_rating"
  | "unreadable_state"
  | "unreadable_category"
  | "percent_out_of_range"
  | "title_missing"
  | "ragged_row"
  | "text_cut"
  | "same_title"
  | "owner_spelled_twice"
  | "end_before_start"
  | "two_targets"
  | "no_target"
  | "duplicate_key"
  | "foreign_currency"
  | "month_only";
export type Problem = {
  code: ProblemCode;
  severity: "error" | "warning" | "note";
  cell: string | null;
  row: number | null;
  column: string;
  value: string;
  suggestion: string | null;
  message: string;
};
export type Preview = {
  schema: string;
  file: { name: string; format: "xlsx" | "ods" | "text"; bytes: number; sha256: string };
  sheets: SheetFacts[];
  table: TableFacts | null;
  columns: ColumnFacts[];
  assumptions: Assumption[];
  problems: Problem[];
  counts: Counts;
  rows: PreviewRow[];
  maybe_same: { first: number; second: number; title: string }[];
  mapping: Mapping;
};
