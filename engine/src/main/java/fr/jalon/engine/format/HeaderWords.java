package fr.jalon.engine.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Words that name columns in French municipal files, and a few English ones. */
final class HeaderWords {
  private static final Set<String> WORDS =
      Set.of(
          """
          id identifiant ident uid fid objectid ref reference num numero no nr code cle rang
          ordre nom prenom name libelle lib label intitule titre objet description desc detail
          observation observations commentaire commentaires remarque remarques note
          information informations type categorie classe famille genre espece nature theme
          thematique domaine secteur adresse address voie rue cp postal ville commune communes
          insee departement dep dept region reg canton quartier epci pays lieu localisation
          site zone secteurs siret siren rna date annee an year mois jour heure debut fin
          exercice periode duree horaire horaires montant prix tarif cout budget total nombre
          nb nbre effectif quantite volume surface superficie longueur largeur hauteur
          diametre circonference population taux pourcentage part valeur unite longitude
          latitude lon long lat x y coord coordonnees geo geom geometrie geometry telephone
          tel fax mail email courriel web url contact responsable beneficiaire attribuant
          organisme association structure etablissement collectivite service statut etat
          capacite places subvention marche titulaire deliberation vote age sexe profession
          source projet programme action mission compte fonction article chapitre sens vitesse
          accessibilite ouverture fermeture equipement ecole parking station arret ligne title
          amount value count city country status phone
          """
              .split("\s+"));

  private HeaderWords() {}

  /** True when one of the words of this text names columns. */
  static boolean knows(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .toLowerCase(Locale.ROOT);
    for (String word : plain.split("[^a-z]+")) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** True for names a machine made: snake_case, camelCase, CODCOMM, "LIBEL,C,254". */
  static boolean looksLikeIdentifier(String text) {
    if (text.isEmpty() || text.length() > 40 || !Character.isLetter(text.charAt(0))) {
      return false;
    }
    boolean underscore = false;
    boolean hump = false;
    boolean lower = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 127 || !(Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ',')) {
        return false;
      }
      underscore |= c == '_' || c == ',';
      hump |= lower && Character.isUpperCase(c);
      lower = Character.isLowerCase(c);
    }
    return underscore || hump || text.length() <= 12;
  }
}
