package fr.jalon.engine.personal;

import fr.jalon.engine.profile.Words;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the mailbox of someone from that of a service. */
final class Mailboxes {
  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s,;<>]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}");

  /** Where people, and small associations, have their mail. */
  private static final Set<String> PROVIDERS =
      Set.of(
          ("gmail googlemail orange wanadoo free sfr laposte hotmail outlook live msn yahoo ymail icloud"
                  + " me mac aol neuf bbox numericable club-internet cegetel proton protonmail pm gmx"
                  + " caramail voila tutanota zoho dbmail aliceadsl nordnet mailo netcourrier 9online")
              .split(" "));

  /** Words of mailboxes that several people read, whole or as the beginning of a part. */
  private static final Set<String> SERVICES =
      Set.of(
          ("mairie contact contacts accueil info infos information informations secretariat secretaire"
                  + " commune communes ville villes bibliotheque mediatheque ludotheque ecole ecoles"
                  + " college lycee creche ce direction directeur service services culture culturel"
                  + " sport sports urbanisme opendata data dgs dga drh rh communication com tourisme"
                  + " administration admin administratif commercial webmaster support association"
                  + " asso assos club amicale comite etatcivil etat civil elections compta"
                  + " comptabilite finances finance facturation achats achat marches marche police"
                  + " environnement dechets dechetterie technique techniques voirie eau assainissement"
                  + " jeunesse enfance periscolaire scolaire cantine social sociale ccas cias maison"
                  + " musee theatre piscine camping office location reservation reservations billetterie"
                  + " presse hotline help aide sav dpo rgpd noreply no reply postmaster abuse emploi"
                  + " recrutement stage hello bonjour bureau standard general cabinet maire elus syndicat"
                  + " agence pharmacie cabinetmedical ehpad residence foyer centre conservatoire musique"
                  + " foot football rugby tennis basket hand judo petanque gym danse chorale patrimoine"
                  + " petite relais ram rpe mda mdph caf mission formation conservation archives"
                  + " cimetiere logement habitat numerique informatique dsi sig bati batiments"
                  + " espaces verts proprete transport transports mobilite velo parking"
                  + " stationnement ateliers projets projet prenom nom exemple example test adresse mail"
                  + " email domaine")
              .split(" "));

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[._+-]+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private Mailboxes() {}

  static boolean isMail(String text) {
    String bare = text.strip();
    return bare.length() <= 254 && bare.indexOf('@') > 0 && ADDRESS.matcher(bare).matches();
  }

  /** True when a mailbox bears someone's name rather than a service's. */
  static boolean isPersonal(String address) {
    String bare = address.strip();
    int at = bare.indexOf('@');
    if (at < 1) {
      return false;
    }
    String local = DIGITS.matcher(Words.fold(bare.substring(0, at))).replaceAll("");
    String domain = bare.substring(at + 1).toLowerCase(Locale.ROOT);
    String[] parts = BETWEEN_WORDS.split(local);
    for (String part : parts) {
      if (SERVICES.contains(part)) {
        return false;
      }
    }
    if (beginsAsService(local) || domain.startsWith(local) || local.length() < 2) {
      return false;
    }
    int dot = domain.indexOf('.');
    boolean provider = dot > 0 && PROVIDERS.contains(domain.substring(0, dot));
    return provider ? isProviderName(parts) : isName(parts);
  }

  private static boolean beginsAsService(String local) {
    for (String word : SERVICES) {
      if (word.length() >= 5 && local.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  /** At a provider's, whatever is not made of ordinary words alone. */
  private static boolean isProviderName(String[] parts) {
    for (String part : parts) {
      if (part.length() >= 2
          && (!Lexicon.isOrdinary(part) || Lexicon.isFirstName(part) || Lexicon.isSurname(part))) {
        return true;
      }
    }
    return parts.length > 0 && parts[0].length() == 1;
  }

  /** In a body's own domain: a first name, an initial, two words that are not ordinary. */
  private static boolean isName(String[] parts) {
    if (parts.length >= 2 && parts.length <= 4) {
      int ordinary = 0;
      boolean first = false;
      for (String part : parts) {
        first |= Lexicon.isFirstName(part) || part.length() == 1;
        ordinary += Lexicon.isOrdinary(part) && !Lexicon.isSurname(part) ? 1 : 0;
      }
      return first || ordinary == 0;
    }
    String only = parts.length == 1 ? parts[0] : "";
    return only.length() >= 4
        && (Lexicon.isFirstName(only)
            || Lexicon.isSurname(only)
            || (Lexicon.isSurname(only.substring(1)) && !Lexicon.isOrdinary(only)));
  }
}
