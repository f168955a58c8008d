package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the title of a column of figures, or its model, says that they are. */
final class NumberTitle {
  /** What is measured or paid: its numbers have decimals, whatever they look like. */
  private static final Set<String> MEASURES =
      Set.of(
          "montant",
          "prix",
          "cout",
          "tarif",
          "loyer",
          "salaire",
          "cotisation",
          "redevance",
          "taxe",
          "somme",
          "solde",
          "recette",
          "depense",
          "credit",
          "debit",
          "budget",
          "dotation",
          "subvention",
          "surface",
          "superficie",
          "hauteur",
          "longueur",
          "largeur",
          "profondeur",
          "epaisseur",
          "distance",
          "altitude",
          "diametre",
          "circonference",
          "poids",
          "masse",
          "tonnage",
          "consommation",
          "production",
          "puissance",
          "energie",
          "temperature",
          "concentration",
          "densite",
          "taux",
          "pourcentage",
          "moyenne",
          "ratio",
          "amount");

  /** What is counted: whole numbers, which may be large. */
  private static final Set<String> COUNTS =
      Set.of(
          "nombre",
          "nb",
          "effectif",
          "population",
          "habitant",
          "quantite",
          "total",
          "visiteur",
          "voyageur",
          "electeur",
          "inscrit",
          "votant");

  /** What bears a number: several of them are written "1,2" in one cell. */
  private static final Set<String> NUMBERED =
      Set.of(
          "adjoint",
          "allee",
          "arrondissement",
          "batiment",
          "bureau",
          "canton",
          "circuit",
          "classe",
          "commission",
          "equipe",
          "etage",
          "groupe",
          "ilot",
          "jour",
          "ligne",
          "lot",
          "mois",
          "niveau",
          "page",
          "parcelle",
          "periode",
          "quai",
          "quartier",
          "salle",
          "seance",
          "secteur",
          "section",
          "semaine",
          "tome",
          "tournee",
          "trimestre",
          "zone");

  /** What is called by figures and points or spaces: no number at all. */
  private static final Set<String> NAMED =
      Set.of(
          "article",
          "chapitre",
          "code",
          "compte",
          "cote",
          "fonction",
          "id",
          "identifiant",
          "imputation",
          "ip",
          "matricule",
          "nature",
          "no",
          "nomenclature",
          "num",
          "numero",
          "paragraphe",
          "ref",
          "reference",
          "rubrique",
          "version");

  /** Two prices are often written in one cell: the whole one and the reduced one. */
  private static final Set<String> PRICED_APART = Set.of("tarif", "prix", "loyer", "redevance");

  /** One amount although in the plural. */
  private static final Set<String> PLURAL = Set.of("depenses", "recettes", "credits", "habitants");

  private static final Set<String> HOURS =
      Set.of(
          "arrivee",
          "creneau",
          "debut",
          "depart",
          "duree",
          "fermeture",
          "fin",
          "heure",
          "horaire",
          "ouverture",
          "temps");

  /** Where "+65" means that many and more. */
  private static final Set<String> OPEN_ENDED = Set.of("age", "anciennete", "tranche");

  /** "n°" and "nº" are no words. */
  private static final Pattern NUMBER_SIGN = Pattern.compile("\\bn ?[°º]");

  /** "assises / debout", "filles et garçons", "été - hiver"; not "€/m²" nor "n/a". */
  private static final Pattern TWO_THINGS =
      Pattern.compile("\\p{L}{3} ?(?:[/&+]| - ) ?\\p{L}{3}|\\p{L} (?:et|ou) \\p{L}");

  private final String folded;
  private final Words words;
  private final boolean typed;
  private final boolean unit;

  private NumberTitle(ColumnFacts column) {
    this.folded = column.name().toLowerCase(Locale.ROOT);
    this.words = column.header();
    Kind field = column.field() == null ? Kinds.TEXT : column.field().asKind();
    this.typed = NumberColumns.isNumber(field);
    Unit said = Unit.of(column.name());
    this.unit = said != null && !said.measure().equals("time");
  }

  static NumberTitle of(ColumnFacts column) {
    return new NumberTitle(column);
  }

  /** True when the figures can only be a measure: the model or the title says so. */
  boolean saysMeasure() {
    return typed || (!saysName() && (unit || has(MEASURES)));
  }

  /** True when the figures can only be a quantity, measured or counted. */
  boolean saysQuantity() {
    return saysMeasure() || (!saysName() && has(COUNTS));
  }

  /** True when the figures may be the numbers of several things. */
  boolean saysNumbered() {
    return !saysQuantity() && (has(NUMBERED) || saysName());
  }

  /**
   * True when the figures may be a name: a version, a shelf mark, an account. What comes first says
   * what they are: "Prix de référence" is a price, "Référence du budget" is none.
   */
  boolean saysName() {
    if (typed) {
      return false;
    }
    int name = NUMBER_SIGN.matcher(folded).find() ? 0 : first(NAMED);
    return name >= 0
        && Stream.of(MEASURES, COUNTS).map(this::first).noneMatch(at -> at >= 0 && at < name);
  }

  boolean saysHours() {
    return !saysMeasure() && has(HOURS);
  }

  boolean isOpenEnded() {
    return !typed && has(OPEN_ENDED);
  }

  /** True when the title names two things, whose two numbers may be in one cell. */
  boolean namesTwoThings() {
    return !typed && TWO_THINGS.matcher(folded).find();
  }

  /** True when the title says one amount: "Budget", "Population"; not "Tarifs". */
  boolean saysOneAmount() {
    return typed
        || unit
        || (saysQuantity()
            && !has(PRICED_APART)
            && (words.hasAny(MEASURES) || words.hasAny(COUNTS) || words.hasAny(PLURAL)));
  }

  private boolean has(Set<String> wanted) {
    return first(wanted) >= 0;
  }

  /** Where the first of these words is, in the singular or the plural; -1 when none is there. */
  private int first(Set<String> wanted) {
    List<String> list = words.list();
    for (int at = 0; at < list.size(); at++) {
      String word = list.get(at);
      boolean plural = word.endsWith("s") || word.endsWith("x");
      if (wanted.contains(word)
          || (plural && wanted.contains(word.substring(0, word.length() - 1)))) {
        return at;
      }
    }
    return -1;
  }
}
