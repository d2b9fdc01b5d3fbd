/* Words of the matrix, in French. */
export const matrix: Record<keyof typeof import("../en/matrix.ts").matrix, string> = {
  "matrix.rows": "En lignes",
  "matrix.columns": "En colonnes",
  "matrix.order": "Ordre",
  "matrix.title": "Par titre",
  "matrix.most": "Les plus liés",
  "matrix.fewest": "Les moins liés",
  "matrix.onlyEmpty": "Lignes vides seulement",
  "matrix.none": "Rien à croiser pour l’instant",
  "matrix.noneEmpty": "Aucune ligne n’est vide",
  "matrix.noneHint":
    "En lignes : {rows}. En colonnes : {columns}. Un lien s’inscrit à la croisée de ce qui va ensemble.",
  "matrix.label": "{rows} × {columns}",
  "matrix.corner": "{rows, number} × {columns, number}",
  "matrix.total": "Total",
  "matrix.emptyRow": "sans lien",
  "matrix.onlyProposed": "aucun accepté",
  "matrix.keysRead": "Maj et flèches : plusieurs cases · copier comme dans un tableur",
  "matrix.keys":
    "1 à 5 : force · x : lien · 0 : aucun lien · − : aide ou nuit · p, a, d : proposé, accepté, contesté · Maj et flèches : plusieurs cases · copier et coller comme dans un tableur",
  "matrix.notUnderstood":
    "{count, plural, one {Une case n’a pas été comprise : « {first} ».} other {# cases n’ont pas été comprises ; la première est « {first} ».}}",
  "matrix.notUnderstoodHint":
    "Ces cases sont restées telles quelles. Une case accepte 1 à 5, une force en toutes lettres, x, ou rien ; {most} cases au plus à la fois.",
  "matrix.tooMany": "Seules les {most} premières cases ont été collées.",
  "matrix.noLink": "{row} et {column} : aucun lien",
  "matrix.linked": "{row} et {column} : un lien{how, select, none {} other {, {how}}}",
  "matrix.harms": "nuit",
};
