/* Les mots dessinés sur la carte et dits à son sujet. */
import type { map as en } from "../en/map.ts";

export const map: Record<keyof typeof en, string> = {
  "map.label":
    "Carte stratégique. Les flèches vont à la carte voisine, Alt et les flèches suivent les liens, Entrée modifie, le point d’interrogation donne tous les raccourcis.",
  "map.zoomIn": "Agrandir",
  "map.zoomOut": "Réduire",
  "map.fit": "Tout montrer",
  "map.overview": "Vue d’ensemble de la carte",
  "map.editTitle": "Titre de la carte",
  "map.card":
    "{kind} : {title}. Livraison {delivery}, résultat {outcome}. {up, plural, =0 {Ne sert encore rien} one {Sert # élément} other {Sert # éléments}}, {down, plural, =0 {rien ne le sert encore} one {servi par # élément} other {servi par # éléments}}.{findings, plural, =0 {} one { # constat.} other { # constats.}}",
  "map.ghost": "Manquant : {question} {action}",
  "map.selected":
    "{count, plural, =0 {Rien de sélectionné} one {{title} : sélection} other {# sélectionnés}}",
  "map.moved": "{count, plural, one {Carte déplacée} other {# cartes déplacées}}",
  "map.flipped": "Le lien ira de la carte la plus basse à la plus haute",
  "map.refusal.nothing_there": "Relâchez sur une carte pour la relier",
  "map.refusal.itself": "Une carte ne peut pas se servir elle-même",
  "map.refusal.same_rung": "Un lien va d’un niveau plus bas vers un plus haut",
  "map.refusal.already_linked": "Ces deux cartes sont déjà reliées",
  "map.leap": "saut : {count, plural, one {une étape manque} other {# étapes manquent}}",
  "map.linkSays": "{strength}, {confidence}",
  "map.question.above":
    "{kind, select, driver {Qu’est-ce qui l’impose ?} priority {Quelle priorité cela porte-t-il ?} objective {Quel objectif cela sert-il ?} outcome {Qu’est-ce que cela change, et pour qui ?} change {Que fera-t-on autrement ?} capability {Qu’est-ce que cela rend possible ?} initiative {Quelle initiative en a besoin ?} system {Sur quoi cela repose-t-il ?} other {Qui s’en charge ?}}",
  "map.question.below":
    "{kind, select, driver {Qu’est-ce qui l’impose ?} priority {Qu’est-ce qui passe en premier ?} objective {Que veut-on atteindre ?} outcome {Que verra-t-on une fois l’objectif atteint ?} change {Que fera-t-on autrement ?} capability {Que faut-il savoir faire ?} initiative {Quelle initiative l’apporte ?} system {Sur quoi cela repose-t-il ?} other {Qui s’en charge ?}}",
  "map.addAction":
    "{kind, select, driver {Ajouter le moteur} priority {Ajouter la priorité} objective {Ajouter l’objectif} outcome {Ajouter le résultat} change {Le décrire} capability {Ajouter la capacité} initiative {Ajouter l’initiative} system {Ajouter le système} other {Ajouter l’équipe}}",
  "map.newTitle":
    "{kind, select, driver {Nouveau moteur} priority {Nouvelle priorité} objective {Nouvel objectif} outcome {Nouveau résultat} change {Nouveau changement} capability {Nouvelle capacité} initiative {Nouvelle initiative} system {Nouveau système} team {Nouvelle équipe} indicator {Nouvel indicateur} assumption {Nouvelle hypothèse} person {Nouvelle personne} term {Nouveau terme} other {Nouvelle décision}}",
  "map.addMenu": "Ajouter un élément",
  "map.empty": "Commencez par le pourquoi",
  "map.emptyHint":
    "Ajoutez un moteur ou un objectif, ou déposez un tableur n’importe où sur cette fenêtre. Chaque couloir répond à celui du dessus, du pourquoi au terrain.",
  "map.tools": "Outils de la carte",
};
