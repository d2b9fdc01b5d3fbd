/* Les mots du fichier quand d’autres l’utilisent ou qu’il est endommagé : trois questions, deux comptes rendus. */
export const outside: Record<keyof typeof import("../en/outside.ts").outside, string> = {
  "inUse.title": "Ce portefeuille est ouvert ailleurs",
  "inUse.body":
    "« {file} » est ouvert sur {computer} depuis {since}. Vous pouvez le consulter ici en attendant : ce qui change là-bas s’affiche ici.",
  "inUse.unknown":
    "« {file} » est ouvert dans un autre Throughline. Vous pouvez le consulter ici en attendant : ce qui change là-bas s’affiche ici.",
  "inUse.open": "Ouvrir en lecture seule",
  "inUse.edit": "Essayer de modifier",
  "inUse.editable": "Vous pouvez maintenant le modifier.",

  "apart.unsaved": "Non enregistré",
  "apart.forked": "Quelqu’un d’autre a modifié « {file} »",
  "apart.stranger": "« {file} » contient maintenant un autre portefeuille",
  "apart.unreadable": "« {file} » a été modifié et ne peut pas être lu pour l’instant",
  "apart.gone": "« {file} » n’est plus à sa place",
  "apart.theirs":
    "{theirs, plural, =0 {Le fichier est revenu à un état antérieur.} one {Le fichier contient # étape qui n’a pas été faite ici.} other {Le fichier contient # étapes qui n’ont pas été faites ici.}}",
  "apart.mine":
    "{mine, plural, =0 {Tout ce qui a été fait ici s’y trouve.} one {# étape faite ici ne s’y trouve pas.} other {# étapes faites ici ne s’y trouvent pas.}}",
  "apart.takenBack": "Des étapes ont été annulées ou rétablies dans le fichier.",
  "apart.strangerBody":
    "Il n’a aucune étape commune avec le portefeuille ouvert ici : les deux ne peuvent pas être fusionnés.",
  "apart.goneBody":
    "Il a été déplacé, renommé ou supprimé, ou bien son disque ou son partage est absent. S’il revient tel quel, cette question disparaîtra.",
  "apart.kept": "Rien n’a été écrasé.",
  "apart.waiting":
    "Votre dernière modification n’a pas pu être enregistrée ; elle attend et sera faite dès que vous aurez choisi.",
  "apart.merge": "Fusionner",
  "apart.mergeHint":
    "Les deux sont gardés. Ce qui a été fait ici s’ajoute au fichier en une seule étape, que vous pouvez annuler. Là où un même champ a changé des deux côtés, la valeur du fichier reste et la vôtre est listée.",
  "apart.copy": "Garder le mien en copie",
  "apart.copyHint":
    "Ce qui est ouvert ici continue dans un nouveau fichier. L’autre fichier reste tel qu’il est.",
  "apart.take": "Prendre celui du fichier",
  "apart.takeHint":
    "{mine, plural, =0 {Vous voyez ce que contient maintenant le fichier.} one {Vous voyez ce que contient maintenant le fichier ; l’étape faite seulement ici est abandonnée.} other {Vous voyez ce que contient maintenant le fichier ; les # étapes faites seulement ici sont abandonnées.}}",
  "apart.later": "Décider plus tard",
  "apart.banner":
    "Le fichier a été modifié en dehors d’ici. Rien ne peut être enregistré tant que vous n’avez pas décidé de la suite.",
  "apart.goneBanner": "Le fichier n’est pas à sa place. Rien ne peut être enregistré en attendant.",
  "apart.decide": "Décider",
  "apart.again": "Le fichier est tel que vous l’aviez laissé. Refaites la dernière étape, s’il vous plaît.",

  "merged.title": "Fusionné",
  "merged.told":
    "{count, plural, =0 {Vous voyez maintenant ce que contient le fichier ; rien de vous n’y manquait.} one {# de vos modifications a été ajoutée au fichier.} other {# de vos modifications ont été ajoutées au fichier.}}",
  "merged.both":
    "{count, plural, one {Un champ a changé des deux côtés. La valeur du fichier reste ; la vôtre est listée ici.} other {# champs ont changé des deux côtés. Les valeurs du fichier restent ; les vôtres sont listées ici.}}",
  "merged.where": "Où",
  "merged.field": "Champ",
  "merged.mine": "La vôtre",
  "merged.theirs": "Dans le fichier, reste",
  "merged.empty": "vide",
  "merged.stays": "Gardés, car supprimés d’un côté mais modifiés ou utilisés de l’autre",
  "merged.staysMine": "{title} : supprimé ici",
  "merged.staysTheirs": "{title} : supprimé dans le fichier",
  "merged.leftOut": "Laissés de côté, car incompatibles avec ce que contient le fichier",
  "merged.refused": "Votre dernière modification n’a pas pu être faite sur ce que contient le fichier",
  "merged.copied": "Vous continuez dans « {file} ».",
  "merged.took": "Vous voyez ce que contient maintenant le fichier.",

  "damaged.title": "« {file} » est endommagé",
  "damaged.body":
    "Il ne peut pas être ouvert. Ce qui se lit encore peut être récupéré dans une copie à côté ; le fichier endommagé reste tel qu’il est.",
  "damaged.recover": "Récupérer dans une copie",

  "recovered.title": "Récupéré dans une copie",
  "recovered.body": "Vous travaillez maintenant dans « {file} ». Le fichier endommagé reste tel qu’il est.",
  "recovered.what": "Quoi",
  "recovered.read": "Lus",
  "recovered.lost": "Perdus",
  "recovered.fromHistory": "{count, plural, one {dont # par l’historique} other {dont # par l’historique}}",
  "recovered.orMore": "{count} ou plus",
  "recovered.steps": "Étapes annulables",
  "recovered.whole": "Rien de ce qui était connu n’est perdu.",
  "recovered.dropped": "Laissés de côté, car ce à quoi ils se rattachent est perdu",
  "recovered.ungraded": "Gardés sans leur qualité de preuve, qui n’a pas pu être lue",
  "recovered.more": "{count, plural, one {et # autre} other {et # autres}}",
  "noun.settings": "Réglages",
  "noun.source": "Sources",
  "noun.element": "Éléments",
  "noun.canvas": "Cartes",
  "noun.link": "Liens",
  "noun.placement": "Positions sur les cartes",
  "noun.note": "Notes",
  "noun.reading": "Relevés",
  "noun.status_report": "Rapports d’état",
  "noun.import": "Imports",
  "noun.waiver": "Constats acceptés",
  "noun.own_rule": "Règles écrites par vous",
  "named.settings": "réglages",
  "named.source": "source « {title} »",
  "named.element": "{title}",
  "named.canvas": "carte « {title} »",
  "named.link": "lien {title}",
  "named.placement": "position de « {title} »",
  "named.note": "note « {title} »",
  "named.reading": "relevé de {title}",
  "named.status_report": "rapport d’état de « {title} »",
  "named.import": "import de {title}",
  "named.waiver": "constat accepté {title}",
  "named.own_rule": "règle {title}",
};
