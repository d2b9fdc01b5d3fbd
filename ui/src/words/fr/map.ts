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
    "{kind, select, driver {Qu’est-ce qui rend « {title} » nécessaire ?} priority {Quelle priorité « {title} » sert-il ?} objective {Quel objectif « {title} » sert-il ?} outcome {Qu’est-ce qui s’améliore grâce à « {title} » ?} change {Que fera-t-on autrement grâce à « {title} » ?} capability {De quoi « {title} » nous rend-il capables ?} initiative {Quels travaux emploient « {title} » ?} other {Que sert « {title} » ?}}",
  "map.question.below":
    "{kind, select, driver {Qu’est-ce qui rend « {title} » nécessaire ?} priority {Quelle priorité porte « {title} » ?} objective {Quel résultat montrerait « {title} » ?} outcome {Que voit-on quand « {title} » se réalise ?} change {Que faut-il faire autrement pour « {title} » ?} capability {De quoi faut-il être capable pour « {title} » ?} initiative {Quels travaux font avancer « {title} » ?} system {Quel système porte « {title} » ?} other {Qui porte « {title} » ?}}",
  "map.addAction":
    "Ajouter {kind, select, driver {le moteur} priority {la priorité} objective {l’objectif} outcome {le résultat} change {le changement} capability {la capacité} initiative {l’initiative} system {le système} other {l’équipe}}",
  "map.newTitle":
    "{kind, select, driver {Nouveau moteur} priority {Nouvelle priorité} objective {Nouvel objectif} outcome {Nouveau résultat} change {Nouveau changement} capability {Nouvelle capacité} initiative {Nouvelle initiative} system {Nouveau système} team {Nouvelle équipe} indicator {Nouvel indicateur} assumption {Nouvelle hypothèse} other {Nouvelle décision}}",
  "map.addMenu": "Ajouter un élément",
  "map.empty": "Commencez par le pourquoi",
  "map.emptyHint":
    "Ajoutez un moteur ou un objectif, ou déposez un tableur n’importe où sur cette fenêtre. Chaque couloir répond à celui du dessus, du pourquoi au terrain.",
  "map.tools": "Outils de la carte",
};
