/* What is said about a value that somebody typed or pasted. */
export const reading = {
  "read.refused": "“{text}” was not taken. The field was left as it was.",
  "read.date": "“{text}” could not be read as a date. The field was left as it was.",
  "read.dateHint": "Write it like 31 Dec 2026, Sept 2026, Q3 2026 or 2026-12-31.",
  "read.number": "“{text}” could not be read as a number. The field was left as it was.",
  "read.numberHint": "Write digits only, like 26 or 4.5.",
  "read.gap": "{said} · {reason}",

  "read.wrong.title": "A title cannot be empty.",
  "read.wrong.date": "No date. Try 31 Dec 2026, 31/12/2026 or Q3 2026, or a word such as tbd.",
  "read.wrong.money": "No amount. Try 4.1 M€ or 250 k, or a word such as nfp.",
  "read.wrong.currency": "Which currency? Try 4.1 M€ or 250,000 USD.",
  "read.wrong.number": "No number.",
  "read.wrong.rank": "A rank is a whole number from 1.",
  "read.wrong.weight": "A weight is between 0 and 100 points.",
  "read.wrong.percent": "A share is between 0 and 100 %.",
  "read.wrong.days": "A rhythm is a whole number of days, from 1 to 3,660.",
  "read.wrong.negative": "It cannot be less than zero.",
  "read.wrong.titleLong": "A title has 300 characters at most.",
  "read.wrong.choice": "None of the choices.",
} as const;
