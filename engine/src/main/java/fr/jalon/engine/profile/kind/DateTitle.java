package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a column says of values that may be dates. */
public final class DateTitle {
  /** Words of days, and of what happens on one day. */
  private static final Set<String> DAYS =
      Set.of(
          "jour",
          "day",
          "debut",
          "fin",
          "echeance",
          "expiration",
          "naissance",
          "birth",
          "birthdate",
          "deces",
          "maj",
          "creation",
          "modification",
          "signature",
          "periode",
          "horodatage",
          "heure",
          "hour",
          "timestamp");

  /** Words of what names one thing among others and is not to be written otherwise. */
  private static final Set<String> NUMBERS =
      Set.of(
          "n",
          "no",
          "num",
          "nr",
          "numero",
          "numeros",
          "number",
          "ref",
          "reference",
          "references",
          "id",
          "identifiant",
          "identifier",
          "code",
          "cle",
          "key",
          "matricule",
          "immatriculation");

  /** Things that bear a number, often made of the day: "Facture", "Délibération". */
  private static final Set<String> DOCUMENTS =
      Set.of(
          "facture",
          "invoice",
          "devis",
          "deliberation",
          "dossier",
          "acte",
          "arrete",
          "decision",
          "marche",
          "contrat",
          "convention",
          "commande",
          "bon",
          "mandat",
          "titre",
          "bordereau",
          "courrier",
          "piece",
          "permis",
          "demande",
          "ticket",
          "inventaire",
          "lot");

  /** Things whose name may be a day that people remember: "8 mai 1945" is a street. */
  private static final Set<String> NAMED =
      Set.of(
          "nom",
          "noms",
          "name",
          "libelle",
          "intitule",
          "titre",
          "denomination",
          "designation",
          "appellation",
          "voie",
          "voies",
          "rue",
          "rues",
          "street",
          "place",
          "places",
          "square",
          "avenue",
          "boulevard",
          "lieu",
          "lieux",
          "lieudit",
          "adresse",
          "adresses",
          "address",
          "quartier",
          "arret",
          "station",
          "site",
          "equipement",
          "salle",
          "stade",
          "ecole",
          "monument",
          "evenement",
          "evenements",
          "fete",
          "ceremonie",
          "commemoration",
          "objet");

  private static final Pattern ON = Pattern.compile(".*[^a-z]le");

  /** Behind a name, dBase tells that the column holds days. */
  private static final Pattern DBASE_DAY = Pattern.compile(",D(?:,\\d+){0,2}$");

  private DateTitle() {}

  /** True for "Date de la facture", "Signé le", "DATFC"; false for "Numéro et date". */
  public static boolean announcesDays(String name) {
    Words header = Words.of(name);
    List<String> words = header.list();
    boolean on = ON.matcher(Words.fold(name).strip()).matches();
    return on || DBASE_DAY.matcher(name).find() || first(words, false) < first(words, true);
  }

  /** True for "N° de facture", "Référence": what is written in there is no date. */
  public static boolean isOfNumbers(Words header) {
    List<String> words = header.list();
    return first(words, true) < first(words, false);
  }

  /** True for "Facture", "Délibération", "Dossier": their number may begin with a day. */
  public static boolean isOfDocuments(Words header) {
    return header.hasAny(DOCUMENTS);
  }

  /** True for "Nom de la voie", "Évènement": a day in letters may be a name. */
  public static boolean isOfNames(Words header) {
    return header.hasAny(NAMED);
  }

  /** The place of the first word of numbers, or of days; behind all words when there is none. */
  private static int first(List<String> words, boolean ofNumbers) {
    for (int place = 0; place < words.size(); place++) {
      String word = words.get(place);
      if (ofNumbers ? NUMBERS.contains(word) : isDay(word)) {
        return place;
      }
    }
    return words.size();
  }

  /** Old programs cut names short: "DATFC", "DATDC"; "data" is none of them. */
  private static boolean isDay(String word) {
    return DAYS.contains(word) || (word.startsWith("dat") && !word.startsWith("data"));
  }
}
