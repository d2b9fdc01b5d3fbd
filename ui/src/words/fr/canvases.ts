/* Les mots des canevas eux-mêmes : leurs sortes, la galerie, le passage de l’un à l’autre, ce que dit un canevas vide. */
export const canvases: Record<keyof typeof import("../en/canvases.ts").canvases, string> = {
  "canvas.kind.strategy_map": "Carte stratégique",
  "canvas.kind.scorecard": "Tableau de bord prospectif",
  "canvas.kind.benefits_map": "Carte des bénéfices",
  "canvas.kind.x_matrix": "Matrice en X",
  "canvas.kind.capability_map": "Carte des capacités",
  "canvas.kind.trajectory": "Trajectoire",
  "canvas.kind.delivery_outcome": "Livraison et résultat",
  "canvas.kind.free": "Canevas libre",

  "canvas.for.strategy_map":
    "Montre comment le travail répond au pourquoi : des moteurs aux systèmes, par couloirs, avec chaque étape manquante.",
  "canvas.for.scorecard":
    "Montre les objectifs dans les quatre perspectives : finances, clients, processus, apprentissage, et ce qui mène à quoi.",
  "canvas.for.benefits_map":
    "Se lit de l’investissement au bénéfice et retour : qui doit changer quoi avant qu’un résultat se fasse sentir.",
  "canvas.for.x_matrix":
    "Réunit ambitions, objectifs de l’année, travaux et mesures sur les quatre côtés d’une page, pour voir ce qui soutient quoi.",
  "canvas.for.capability_map":
    "Montre ce que l’organisation doit savoir faire, où l’écart est le plus grand, et si l’argent y va.",
  "canvas.for.trajectory":
    "Place travaux, cibles et décisions dans le temps ; faites glisser une barre pour la replanifier.",
  "canvas.for.delivery_outcome":
    "Compare l’avancement du travail à celui du résultat, et nomme ce qui est livré sans avoir rien changé.",
  "canvas.for.free":
    "Part d’une page blanche : placez éléments et notes où vous voulez, pour un atelier ou un seul récit.",

  "canvas.new": "Nouveau canevas",
  "canvas.newHint":
    "Tous les canevas montrent les mêmes éléments ; ce que vous changez sur l’un change sur tous.",
  "canvas.gallery": "Sortes de canevas",
  "canvas.numbered": "{name} {number}",
  "canvas.title": "Titre",
  "canvas.make": "Créer",
  "canvas.importList": "Importer une liste",

  "canvas.switch": "Canevas {title} : en choisir un autre ou en créer un",
  "canvas.list": "Canevas",
  "canvas.do": "Ce canevas",
  "canvas.rename": "Titre du canevas",
  "canvas.goTo": "Aller au canevas « {title} »",
  "canvas.now": "Canevas {title}",
  "canvas.lastStays": "le dernier reste",
  "canvas.nowhere": "Aucun canevas ne montre « {title} ».",
  "canvas.nowhereHint":
    "L’élément est sélectionné. Créez un canevas qui le montre, ou placez-le sur un canevas libre.",

  "canvas.remove.head": "Supprimer « {title} » ?",
  "canvas.remove.elements": "Tous les éléments et tous les liens restent, y compris sur les autres canevas.",
  "canvas.remove.nothing": "Seul le canevas disparaît.",
  "canvas.remove.goes": "Disparaissent avec lui :",
  "canvas.remove.places": "{count, plural, one {la place de # carte} other {les places de # cartes}}",
  "canvas.remove.notes": "{count, plural, one {# note} other {# notes}}",
  "canvas.remove.frames": "{count, plural, one {# cadre} other {# cadres}}",
  "canvas.remove.undo": "« Annuler » le fait revenir.",
  "canvas.remove.act": "Supprimer le canevas",

  "action.new-canvas": "Nouveau canevas…",
  "action.rename-canvas": "Renommer le canevas",
  "action.duplicate-canvas": "Dupliquer le canevas",
  "action.remove-canvas": "Supprimer le canevas…",
  "action.next-canvas": "Canevas suivant",
  "action.previous-canvas": "Canevas précédent",

  "canvas.empty.strategy_map": "Commencez par le pourquoi",
  "canvas.emptyHint.strategy_map":
    "Ajoutez un moteur ou un objectif, ou déposez un tableur n’importe où sur cette fenêtre. Chaque couloir répond à celui du dessus, du pourquoi au terrain.",
  "canvas.empty.scorecard": "Il n’y a pas encore d’objectif",
  "canvas.emptyHint.scorecard":
    "Ajoutez des objectifs et dites à quelle perspective chacun appartient : finances, clients, processus ou apprentissage.",
  "canvas.empty.benefits_map": "Commencez par le bénéfice",
  "canvas.emptyHint.benefits_map":
    "Ajoutez d’abord l’objectif, puis le résultat qui le montre, qui doit changer, et le travail qui le rend possible.",
  "canvas.empty.x_matrix": "Il n’y a encore rien à mettre en regard",
  "canvas.emptyHint.x_matrix":
    "Ajoutez des objectifs, les initiatives qui les servent et ce qui les mesure. Chaque côté de la matrice s’en remplit.",
  "canvas.empty.capability_map": "Il n’y a pas encore de capacité",
  "canvas.emptyHint.capability_map":
    "Ajoutez ce que l’organisation doit savoir faire, dites son importance et sa maturité, et rattachez les capacités les unes aux autres.",
  "canvas.empty.trajectory": "Aucun travail à placer dans le temps",
  "canvas.emptyHint.trajectory":
    "Ajoutez des initiatives avec un début et une fin, ou déposez une liste de projets sur cette fenêtre. Cibles et décisions les rejoignent ici.",
  "canvas.empty.delivery_outcome": "Encore rien à comparer",
  "canvas.emptyHint.delivery_outcome":
    "Ajoutez des initiatives et dites où elles en sont ; mesurez les résultats qu’elles promettent. Chacune prend alors place entre les deux.",
  "canvas.empty.free": "De la place pour tout",
  "canvas.emptyHint.free":
    "Ajoutez des cartes avec les outils ci-dessous, ou faites-y glisser des éléments depuis le plan, dont le signe est le dernier des outils. Au clavier : sélectionnez dans une autre vue, puis « Placer la sélection ici ».",
};
