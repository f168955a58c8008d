package fr.jalon.engine.format;

import java.text.Normalizer;
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

  /** A longer text is a sentence, whatever its words. */
  private static final int LONGEST = 200;

  private HeaderWords() {}

  /** True when one of the words of this text names columns. */
  static boolean knows(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String letters = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder word = new StringBuilder();
    boolean lower = false;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      boolean upper = c >= 'A' && c <= 'Z';
      boolean letter = upper || c >= 'a' && c <= 'z';
      // An accent apart from its letter, as they are here, belongs to the word.
      boolean accent = c >= '\u0300' && c <= '\u036f';
      if (!accent && (!letter || upper && lower)) {
        if (WORDS.contains(word.toString())) {
          return true;
        }
        word.setLength(0);
      }
      if (letter) {
        word.append(upper ? (char) (c + 32) : c);
      }
      lower = accent ? lower : letter && !upper;
    }
    return WORDS.contains(word.toString());
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
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
