package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Countries;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.RestoreZeros;
import fr.jalon.engine.rule.mend.Whereabouts;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The codes of places of one column that lost their first zero, with all that speaks for and
 * against it: the rest of each row, and the other values of the column.
 */
final class LostZeros implements RowTest {
  private static final Set<String> COUNTRY = Set.of("pays", "country");
  private static final Set<String> TOWN = Set.of("ville", "commune", "localite", "city", "town");

  /** What makes a lost zero doubtful, the strongest first. */
  private enum Doubt {
    ABROAD,
    KEPT,
    ALONE,
    TYPING,
    BESIDE,
    UNSEEN
  }

  private final ColumnFacts column;
  private final Code code;
  private final RestoreZeros mend;
  private final RestoreZeros.Reader reader;
  private final Map<Doubt, Long> doubts = new HashMap<>();
  private long open;

  private LostZeros(Facts facts, ColumnFacts column, Code code) {
    this.column = column;
    this.code = code;
    this.mend = new RestoreZeros(ColumnRef.of(column.column()), code, beside(facts, column));
    this.reader = mend.on(facts.profiling().columns());
    weigh(ZeroEvidence.mayBeAbroad(facts));
  }

  /** What is known of a column of commune or postal codes. */
  static LostZeros of(Facts facts, ColumnFacts column, Code code) {
    return new LostZeros(facts, column, code);
  }

  /** The columns that name a country. */
  static List<ColumnFacts> countries(Facts facts) {
    return named(facts, COUNTRY);
  }

  private static List<ColumnFacts> named(Facts facts, Set<String> words) {
    return facts.columns().stream()
        .filter(column -> column.header().hasAny(words) && column.profile().filled() > 0)
        .filter(column -> Code.of(column.kind()) == null)
        .toList();
  }

  private static Whereabouts beside(Facts facts, ColumnFacts column) {
    List<ColumnFacts> codes =
        facts.columns().stream()
            .filter(
                other ->
                    Set.of(Kinds.INSEE, Kinds.POSTAL, Kinds.DEPARTEMENT).contains(other.kind()))
            .filter(other -> other.kind() != column.kind())
            .toList();
    return new Whereabouts(
        references(countries(facts)), references(named(facts, TOWN)), references(codes));
  }

  private static List<ColumnRef> references(List<ColumnFacts> columns) {
    return columns.stream().map(column -> ColumnRef.of(column.column())).toList();
  }

  /** What the distinct values of the column tell. */
  private void weigh(boolean abroad) {
    Distinct values = column.values();
    Map<String, Long> departements = new HashMap<>();
    long whole = 0;
    if (code == Code.DEPARTEMENT) {
      if (!ZeroEvidence.of(column, code).certain()) {
        doubts.put(Doubt.UNSEEN, 1L);
      }
      return;
    }
    for (int index = 0; index < values.size(); index++) {
      String text = code.pointless(values.value(index).toString().strip());
      if (code.isRight(text)) {
        whole += values.count(index);
        departements.merge(text.substring(0, 2), values.count(index), Long::sum);
        if (text.startsWith("0")) {
          doubts.merge(Doubt.KEPT, values.count(index), Long::sum);
        }
      } else if (code == Code.POSTAL && Countries.isForeignPostalCode(text)) {
        doubts.merge(Doubt.ABROAD, values.count(index), Long::sum);
      }
    }
    if (abroad) {
      doubts.merge(Doubt.ABROAD, 1L, Long::sum);
    }
    if (whole == 0 && code == Code.POSTAL) {
      doubts.put(Doubt.ALONE, 1L);
    }
    if (!values.complete()) {
      doubts.put(Doubt.UNSEEN, 1L);
    }
    weighTyping(departements, whole);
  }

  /** "4523" in a column of codes of the Loiret is 45234 less a figure, rather than 04523. */
  private void weighTyping(Map<String, Long> departements, long whole) {
    Distinct values = column.values();
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString().strip();
      if (!reader.restored(text).equals(text)
          && departements.getOrDefault(text.substring(0, 2), 0L) * 2 > whole) {
        doubts.merge(Doubt.TYPING, values.count(index), Long::sum);
      }
    }
  }

  /** True when the column or the rest of the table speak of other countries. */
  boolean mayBeAbroad() {
    return doubts.containsKey(Doubt.ABROAD);
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

  /** The rows whose code gets its zero back; what they say is kept. */
  @Override
  public void look(Block block, IntConsumer sought) {
    each(
        block,
        text -> !reader.restored(text).equals(text),
        row -> {
          String whole = reader.restored(block.chunk(column.index()).at(row).toString());
          switch (reader.about(whole, block, row)) {
            case ABROAD -> doubts.merge(Doubt.ABROAD, 1L, Long::sum);
            case CONTRADICTS -> doubts.merge(Doubt.BESIDE, 1L, Long::sum);
            case AGREES -> sought.accept(row);
            case NOTHING -> {
              open++;
              sought.accept(row);
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

  /** Tells the cause with its mend. */
  void tell(Rule rule, Report report) {
    if (any()) {
      report.changedRows(
          rule,
          Severity.WARNING,
          column,
          this::words,
          this,
          (block, row) -> block.chunk(column.index()).at(row).toString(),
          reader::mended,
          () -> doubt() == null,
          mend);
    }
  }

  /** Known once all the rows were seen; none when every row proves its own zero. */
  private @Nullable Doubt doubt() {
    if (open == 0 && !doubts.containsKey(Doubt.TYPING)) {
      return null;
    }
    for (Doubt doubt : Doubt.values()) {
      if (doubts.containsKey(doubt)) {
        return doubt;
      }
    }
    return null;
  }

  private Map<String, String> words() {
    Doubt doubt = doubt();
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
          case BESIDE, UNSEEN -> "doubtful";
        });
  }
}
