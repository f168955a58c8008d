package fr.jalon.engine.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What speaks of people, among headers and values; each kind says what it makes of it. Screening
 * only: a person decides (article L. 312-1-2 of the code of relations between the public and the
 * administration).
 */
public final class PersonalData {
  private static final Set<String> FIRST_NAME = Set.of("prenom", "prenoms", "firstname");
  private static final Set<String> PERSON =
      Set.of(
          "famille",
          "naissance",
          "usage",
          "marital",
          "agent",
          "eleve",
          "patient",
          "parent",
          "proprietaire",
          "locataire",
          "allocataire",
          "demandeur",
          "usager",
          "adherent",
          "licencie",
          "habitant",
          "electeur");
  private static final Set<String> SERVICES =
      Set.of(
          "mairie",
          "contact",
          "accueil",
          "info",
          "infos",
          "secretariat",
          "commune",
          "ville",
          "bibliotheque",
          "mediatheque",
          "ecole",
          "ce",
          "direction",
          "service",
          "services",
          "culture",
          "sports",
          "urbanisme",
          "opendata",
          "data",
          "dgs",
          "communication",
          "tourisme",
          "administration",
          "commercial",
          "webmaster",
          "support");
  private static final Pattern CIVILITY =
      Pattern.compile("(?:M\\.|Mr|Mme|Mlle|MM\\.|Monsieur|Madame|Mademoiselle|Mrs)\\s+\\p{Lu}.*");
  private static final Pattern MOBILE = Pattern.compile("(?:(?:\\+|00)33|0)[67]\\d{8}");
  private static final Pattern MARKS = Pattern.compile("[\\s.\\-/()]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[._+-]+");
  private static final Pattern LAST_DIGITS = Pattern.compile("\\d+$");

  private PersonalData() {}

  /** True when a table has both first names and surnames; first names alone are statistics. */
  static boolean namePeople(List<Words> headers) {
    return headers.stream().anyMatch(header -> header.hasAny(FIRST_NAME))
        && headers.stream().anyMatch(PersonalData::isSurname);
  }

  /**
   * True when a header announces names of people.
   *
   * @param amongPeople true when the table has both first names and surnames
   */
  public static boolean isNameColumn(Words header, boolean amongPeople) {
    boolean partOfName = header.hasAny(FIRST_NAME) || isSurname(header);
    return (amongPeople && partOfName)
        || header.has("patronyme")
        || (header.has("nom") && (header.hasAny(PERSON) || header.hasAny(FIRST_NAME)));
  }

  private static boolean isSurname(Words header) {
    return header.has("patronyme")
        || header.joined().equals("nom")
        || (header.has("nom") && header.hasAny(PERSON));
  }

  /** True when a mailbox bears a person's name rather than a service's. */
  public static boolean isPersonalMailbox(String address) {
    int at = address.indexOf('@');
    if (at < 0) {
      return false;
    }
    String local = Words.fold(address.substring(0, at).strip());
    for (String part : BETWEEN_WORDS.split(local)) {
      if (SERVICES.contains(LAST_DIGITS.matcher(part).replaceFirst(""))) {
        return false;
      }
    }
    String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
    return !domain.startsWith(local) && !local.startsWith("mairie") && !local.startsWith("ce.");
  }

  /** True for mobile numbers, which belong to people more often than to services. */
  public static boolean isMobile(String number) {
    return MOBILE.matcher(MARKS.matcher(number).replaceAll("")).matches();
  }

  /** True when a text begins by a civility: "Mme Dupont". */
  public static boolean namesSomeone(String text) {
    String bare = text.strip();
    return bare.startsWith("M") && CIVILITY.matcher(bare).matches();
  }
}
