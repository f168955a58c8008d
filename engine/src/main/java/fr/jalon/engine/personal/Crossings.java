package fr.jalon.engine.personal;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What tells who someone is by crossing columns, or by counting too few. */
final class Crossings {
  private static final Set<String> PLACE =
      Vocabulary.set(
          "commune ville cp postal codepostal insee quartier iris localite city zip residence domicile");
  private static final Set<String> JOB =
      Vocabulary.set(
          "profession metier emploi poste fonction grade csp situation nationalite diplome");
  private static final Set<String> SEXES = Vocabulary.set("sexe genre civilite sex gender titre");

  /** Groups of people whom one would not want told of one by one. */
  private static final Set<String> COUNTED =
      Vocabulary.set(
          "beneficiaires allocataires rsa malades handicap handicapes eleves enfants personnes"
              + " habitants demandeurs patients agents femmes hommes deces victimes expulsions"
              + " usagers chomeurs menages arrets accidents aah apl cas hospitalisations"
              + " signalements foyers majeurs mineurs agees individus licencies etrangers");

  private static final Set<String> NUMBERS =
      Vocabulary.set("nombre nb nbre effectif effectifs count total cas");

  /** Statistics of people are not published under that (rule of the INSEE for several sources). */
  static final int FEW = 5;

  /** Share of the cells, from 0 to 1, that say man or woman in a column of sexes; ours. */
  private static final double SEXES_SHARE = 0.9;

  /** Share of the cells, from 0 to 1, that name a commune in a column of communes; ours. */
  private static final double COMMUNES_SHARE = 0.8;

  /** Other things known of somebody beside a birth or an age that tell who it is; ours. */
  private static final int KNOWN_BESIDE = 2;

  private Crossings() {}

  /** Birth or age, with two other things that one's neighbours know. */
  static List<Together> together(TableLook table, List<Detected> seen, LocalDate today) {
    List<Column> columns = new ArrayList<>();
    boolean birth = false;
    int others = 0;
    for (ColumnLook look : table.columns()) {
      Category category =
          seen.stream()
              .filter(one -> one.column().index() == look.index())
              .map(Detected::category)
              .findFirst()
              .orElse(null);
      if (category == Category.BIRTH_DATE || category == Category.AGE) {
        birth = true;
        columns.add(look.column);
      } else if (category == null && !look.isEmpty() && isKnownToNeighbours(look)) {
        others++;
        columns.add(look.column);
      }
    }
    return birth && others >= KNOWN_BESIDE ? List.of(new Together(columns)) : List.of();
  }

  private static boolean isKnownToNeighbours(ColumnLook look) {
    return look.values(Vocabulary::isSex) >= SEXES_SHARE
        || look.kind() == Kinds.POSTAL
        || look.kind() == Kinds.INSEE
        || look.hasAny(PLACE)
        || look.hasAny(JOB)
        || look.hasAny(SEXES)
        || (look.isText() && look.names(NameLook::commune) >= COMMUNES_SHARE);
  }

  /** Columns that count people, in a table that names nobody, with cells between one and four. */
  static List<Column> smallCounts(TableLook table, List<Detected> seen) {
    List<Column> columns = new ArrayList<>();
    if (!seen.isEmpty()) {
      return columns;
    }
    for (ColumnLook look : table.columns()) {
      boolean counts = look.kind() == Kinds.INTEGER || look.kind() == Kinds.BOOLEAN;
      if (counts
          && look.hasAny(COUNTED)
          && !look.hasAny(
              Vocabulary.set(
                  "places capacite lits logements accueil pmr stationnement ecoles classes"))
          && look.cells(Crossings::isFew) > 0) {
        columns.add(look.column);
      }
    }
    return columns;
  }

  /** From one to four: a zero tells of nobody. */
  static boolean isFew(String value) {
    return value.strip().matches("[1-4]");
  }
}
