package fr.jalon.engine.schema;

import java.util.List;
import java.util.Set;

/**
 * How much the name of a column tells of what its table is about. Many tables have a date, a type,
 * an address, a latitude; few have a beneficiary.
 *
 * <p>The lists were drawn from the columns of some fifty municipal tables of all subjects and of
 * forty national models other than those known here, by how many of them have a column of that
 * word; plural, abbreviations and near synonyms were put beside.
 */
final class OrdinaryWords {
  /** What a word of {@link #COMMON} tells, 1 being a word that few tables have. */
  private static final double COMMON_TELLS = 0.05;

  /** What a word of {@link #KNOWN_ELSEWHERE} tells: half as much as one that few tables have. */
  private static final double ELSEWHERE_TELLS = 0.5;

  /** A name tells something when it has a rare word, or two that are known elsewhere. */
  static final double TELLING = 0.5;

  /** In two or more of these tables and models, or their neighbours. */
  private static final Set<String> COMMON =
      Set.of(
          ("a accessibilite acces acte action actif activite adr adresse age altitude an annee"
                  + " arrondissement article autre b c capacite categorie chapitre cle cod code coll"
                  + " collectivite colonne com comm commentaire commentaires commune communes compte"
                  + " condition contact coord coordonnees cout cp date dates debut denomination"
                  + " departement depense description designation direction dispositif domaine"
                  + " dossier dt duree email enseigne epci equipement etablissement etat euros fid"
                  + " fin fk fonction forme gestionnaire geo geometry geom geopoint gid gratuit h"
                  + " heure horaires id identifiant identification info insee installation intitule"
                  + " jour label lat latitude lib libelle lien lieu lng local localisation lon long"
                  + " longitude m maj mail mairie marche mise mode modele modalites modification"
                  + " mois montant motif n no nom nombre nb notification num numero o objectid"
                  + " objet objets observation observations occupation offre operateur ordre"
                  + " organisme origine ouverture ouvert parcelle periode phase photo place places"
                  + " position postal prenom presence prix procedure producteur produit programme"
                  + " projet proprio proprietaire public publication quantite quartier raison rang"
                  + " recette ref reference region remarque remarques reservation rue secteur"
                  + " service siren siret site sociale societe somme source sous station statut"
                  + " structure superficie surface tarif taux tel telephone theme thematique tiers"
                  + " titre total type uid unite url usage valeur ville voie volume web wgs84 x"
                  + " xlong y ylat zone")
              .split(" "));

  /** In one of them, or in tables of other subjects that one thinks of at once. */
  private static final Set<String> KNOWN_ELSEWHERE =
      Set.of(
          ("aide allergie arrosage association associations attribue attribution budget"
                  + " circonference commun conseil conseillers contrainte contraintes contre"
                  + " decision diametre diam eclairage effectif election elus entreprises espece"
                  + " europe exercice famille financeur francais francaise genre haut hauteur"
                  + " inventaire matiere matricule membres municipal nature nomenclature notifiee"
                  + " observe part pied plaque port potentiel pour pourcentage prefecture protege"
                  + " reception recu reel releve remarquable repertoire revetement scientifique"
                  + " sol stade totale transmission ue variete versement voix votants vote votes")
              .split(" "));

  private OrdinaryWords() {}

  /** True for a word that says nothing, which can hardly be short for another. */
  static boolean isCommon(String word) {
    return COMMON.contains(word);
  }

  /** What a name tells, 0 to 1. */
  static double telling(List<String> words) {
    double told = 0;
    for (String word : words) {
      told += telling(word);
    }
    return Math.min(1, told);
  }

  private static double telling(String word) {
    if (word.chars().allMatch(Character::isDigit)) {
      return 0;
    }
    if (COMMON.contains(word)) {
      return COMMON_TELLS;
    }
    return KNOWN_ELSEWHERE.contains(word) ? ELSEWHERE_TELLS : 1;
  }
}
