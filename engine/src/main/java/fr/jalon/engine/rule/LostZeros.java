package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.FrenchCommunes;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Countries;
import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.RestoreZeros;
import fr.jalon.engine.rule.mend.Whereabouts;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The codes of places of one column that lost their first zero, with all that speaks for and
 * against it: the rest of each row, and the other values of the column.
 */
final class LostZeros {
  /**
   * Codes that must all be those of communes for a column to prove its zeros. One number in three
   * is the code of a commune by chance: four are so once in eighty.
   */
  private static final int PROVE_A_COLUMN = 4;

  /** What makes a lost zero doubtful, the strongest first. */
  private enum Doubt {
    ABROAD,
    KEPT,
    ALONE,
    TYPING,
    BESIDE,
    UNPROVEN
  }

  private final Facts facts;
  private final ColumnFacts column;
  private final Code code;
  private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
  private final boolean sure;
  private final Whereabouts beside;
  private final RestoreZeros.Reader reader;

  private LostZeros(Facts facts, ColumnFacts column, Code code) {
    this.facts = facts;
    this.column = column;
    this.code = code;
    Surroundings around = new Surroundings(facts);
    if (code == Code.DEPARTEMENT) {
      this.sure = ZeroEvidence.of(facts, column, code).certain();
    } else {
      weigh(around.mayBeAbroad());
      this.sure = code == Code.INSEE && doubts.isEmpty() && areCommunes();
    }
    this.beside = around.beside(column, doubts.isEmpty() && column.values().complete());
    this.reader =
        new RestoreZeros(ColumnRef.of(column.column()), code, beside, RestoreZeros.Rows.ALL)
            .on(facts.profiling().columns());
  }

  /** What is known of a column of commune or postal codes. */
  static LostZeros of(Facts facts, ColumnFacts column, Code code) {
    return new LostZeros(facts, column, code);
  }

  /** What the distinct values of the column tell. */
  private void weigh(boolean abroad) {
    Distinct values = column.values();
    Map<String, Long> departements = new HashMap<>();
    long whole = 0;
    for (int index = 0; index < values.size(); index++) {
      String text = code.pointless(values.value(index).toString().strip());
      if (code.isRight(text)) {
        whole += values.count(index);
        departements.merge(text.substring(0, 2), values.count(index), Long::sum);
        if (text.startsWith("0")) {
          doubts.add(Doubt.KEPT);
        }
      } else if (code == Code.POSTAL && Countries.isForeignPostalCode(text)) {
        doubts.add(Doubt.ABROAD);
      }
    }
    if (abroad) {
      doubts.add(Doubt.ABROAD);
    }
    if (whole == 0 && code == Code.POSTAL) {
      doubts.add(Doubt.ALONE);
    }
    weighTyping(departements, whole);
  }

  /** "4523" in a column of codes of the Loiret is 45234 less a figure, rather than 04523. */
  private void weighTyping(Map<String, Long> departements, long whole) {
    Distinct values = column.values();
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString().strip();
      if (!RestoreZeros.restored(code, text).equals(text)
          && departements.getOrDefault(text.substring(0, 2), 0L) * 2 > whole) {
        doubts.add(Doubt.TYPING);
      }
    }
  }

  /** True when every code is that of a commune, the lost zeros put back; some never had any. */
  private boolean areCommunes() {
    Distinct values = column.values();
    FrenchCommunes communes = FrenchCommunes.all();
    int known = 0;
    boolean whole = false;
    for (int index = 0; index < values.size(); index++) {
      String text = code.pointless(values.value(index).toString().strip());
      if (!Blanks.isBlankWord(text)) {
        if (!communes.hasCode(RestoreZeros.restored(code, text).toUpperCase(Locale.ROOT))) {
          return false;
        }
        whole |= code.isRight(text);
        known++;
      }
    }
    return values.complete() && whole && known >= PROVE_A_COLUMN;
  }

  /** True when the column or the rest of the table speak of other countries. */
  boolean mayBeAbroad() {
    return doubts.contains(Doubt.ABROAD);
  }

  /** True when some value may have lost a zero. */
  boolean any() {
    Distinct values = column.values();
    boolean any = !values.complete();
    for (int index = 0; index < values.size() && !any; index++) {
      String text = values.value(index).toString();
      any = !reader.restored(text).equals(text);
    }
    return any;
  }

  /** The rows that get their zero back, those that prove it or the others. */
  private RowTest rows(boolean proven, boolean both) {
    return (block, sought) ->
        each(
            block,
            text -> !reader.restored(text).equals(text),
            row -> {
              String whole = reader.restored(block.chunk(column.index()).at(row).toString());
              switch (reader.about(whole, block, row)) {
                case ABROAD -> doubts.add(Doubt.ABROAD);
                case CONTRADICTS -> doubts.add(Doubt.BESIDE);
                case AGREES -> {
                  if (proven || both) {
                    sought.accept(row);
                  }
                }
                case NOTHING -> {
                  if (!proven || both) {
                    sought.accept(row);
                  }
                }
              }
            });
  }

  /** Tells the codes that are not of France, are not mended and are not of another country. */
  void tellInvalid(Rule rule, Report report) {
    Distinct values = column.values();
    boolean any = !values.complete();
    for (int index = 0; index < values.size() && !any; index++) {
      any = isWrong(values.value(index).toString());
    }
    if (any) {
      report.rows(rule, Severity.WARNING, column, Map.of(), this::lookForInvalid);
    }
  }

  private void lookForInvalid(Block block, IntConsumer sought) {
    each(
        block,
        this::isWrong,
        row -> {
          String text = block.chunk(column.index()).at(row).toString();
          if (!reader.isAbroad(block, row) && reader.mended(block, row).equals(text)) {
            sought.accept(row);
          }
        });
  }

  private boolean isWrong(String text) {
    return !text.isBlank()
        && Judging.canonical(code.kind(), text) == null
        && code.joined(text).equals(text)
        && code.pointless(text).equals(text)
        && !Blanks.isBlankWord(text)
        && !Blanks.isSpreadsheetError(text)
        && !(code == Code.POSTAL && Countries.isForeignPostalCode(text));
  }

  private void each(Block block, Predicate<String> test, IntConsumer found) {
    Chunk chunk = block.chunk(column.index());
    boolean[] fits = new boolean[chunk.distinct()];
    for (int value = 0; value < fits.length; value++) {
      fits[value] = test.test(chunk.value(value).toString());
    }
    for (int row = 0; row < block.rows(); row++) {
      if (fits[chunk.code(row)]) {
        found.accept(row);
      }
    }
  }

  /**
   * Tells the cause with its mend: at once when the column proves all its zeros, else apart for the
   * rows that prove theirs and for the others.
   */
  void tell(Rule rule, Report report) {
    if (!any()) {
      return;
    }
    if (sure) {
      tell(rule, report, RestoreZeros.Rows.ALL, rows(true, true), () -> null);
    } else {
      Doubt typing = doubts.contains(Doubt.TYPING) ? Doubt.TYPING : null;
      tell(rule, report, RestoreZeros.Rows.PROVEN, rows(true, false), () -> typing);
      tell(rule, report, RestoreZeros.Rows.UNPROVEN, rows(false, false), this::doubt);
    }
  }

  private void tell(
      Rule rule,
      Report report,
      RestoreZeros.Rows rows,
      RowTest sought,
      Supplier<@Nullable Doubt> doubt) {
    RestoreZeros mend = new RestoreZeros(ColumnRef.of(column.column()), code, beside, rows);
    report.changedRows(
        rule,
        Severity.WARNING,
        column,
        () -> words(doubt.get()),
        sought,
        (block, row) -> block.chunk(column.index()).at(row).toString(),
        mend.on(facts.profiling().columns())::mended,
        () -> doubt.get() == null,
        mend);
  }

  /** Known once all the rows were seen. */
  private Doubt doubt() {
    for (Doubt doubt : Doubt.values()) {
      if (doubts.contains(doubt)) {
        return doubt;
      }
    }
    return Doubt.UNPROVEN;
  }

  private Map<String, String> words(@Nullable Doubt doubt) {
    if (doubt == null) {
      return Map.of();
    }
    if (code == Code.DEPARTEMENT) {
      return Map.of("variant", "doubtful");
    }
    return Map.of(
        "variant",
        switch (doubt) {
          case ABROAD -> "abroad";
          case KEPT -> "kept";
          case ALONE -> "alone";
          case TYPING -> "typing";
          case BESIDE -> "doubtful";
          case UNPROVEN -> "unproven";
        });
  }
}
