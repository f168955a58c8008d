package fr.jalon.engine;

import fr.jalon.engine.Inspection.PreviewRow;
import fr.jalon.engine.personal.Detected;
import fr.jalon.engine.personal.Masked;
import fr.jalon.engine.personal.PersonalTexts;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.CheckedTotal;
import fr.jalon.engine.rule.Facts;
import fr.jalon.engine.rule.Protections;
import fr.jalon.engine.rule.mend.FillBlanks;
import fr.jalon.engine.rule.mend.MapValues;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Together;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.ReadingCover;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What nobody is to see yet of a table: values of columns that speak of people, until somebody
 * decided what becomes of them. What leaves the engine goes through here.
 */
final class Covers {
  /** The longest thing that tells of somebody in a text: an e-mail address, by its standard. */
  static final int LONGEST_SPOT = 254;

  /** Words of sentences that never quote a cell: names of columns, counts, codes, settings. */
  private static final Set<String> QUOTE_NOTHING =
      Set.of(
          "variant",
          "why",
          "place",
          "category",
          "few",
          "kind",
          "choice",
          "smallest",
          "kept",
          "columnCount",
          "letters",
          "formCount",
          "dayFirst",
          "monthFirst",
          "open",
          "shortYears",
          "firstYear",
          "lastYear",
          "left",
          "bare",
          "marks",
          "blanks",
          "schema",
          "title",
          "field",
          "fields",
          "unit",
          "titleUnit",
          "decimals",
          "longitude",
          "latitude",
          "minimum",
          "maximum",
          "wanted",
          "columns",
          "owner",
          "siren");

  private static final String UNSEEN = "•";

  private final Profiling profiling;
  private final boolean openly;
  private final Map<Integer, Detected> columns = new TreeMap<>();

  private Covers(Profiling profiling, boolean openly) {
    this.profiling = profiling;
    this.openly = openly;
  }

  /** What is to be covered of a table, given what was decided of it. */
  static Covers of(Facts facts, InspectOptions options) {
    Covers covers = new Covers(facts.profiling(), options.openly());
    for (Detected detected : facts.detected().columns()) {
      if (!options.openly() && !options.kept().contains(subject(detected))) {
        covers.columns.put(detected.column().index(), detected);
      }
    }
    return covers;
  }

  private static String subject(Detected detected) {
    String code = detected.whole() ? Protections.COLUMN : Protections.TEXTS;
    return Cause.subject(code, detected.category().code(), detected.column().name());
  }

  /** How cells are shown, by the index of their column; those that are not here as they are. */
  Map<Integer, UnaryOperator<String>> cells() {
    Map<Integer, UnaryOperator<String>> cells = new HashMap<>();
    columns.forEach((index, detected) -> cells.put(index, detected::masked));
    return cells;
  }

  /** What is made of the values of a column rather than quoted from it. */
  private static UnaryOperator<String> made(Detected detected) {
    return detected.whole()
        ? value -> Masked.of(detected.category(), value)
        : PersonalTexts::masked;
  }

  List<PreviewRow> preview(List<PreviewRow> rows) {
    return rows.stream().map(this::row).toList();
  }

  private PreviewRow row(PreviewRow row) {
    List<String> cells = new ArrayList<>(row.cells().size());
    for (int index = 0; index < row.cells().size(); index++) {
      Detected detected = columns.get(index);
      String cell = row.cells().get(index);
      cells.add(cut(detected == null ? cell : detected.masked(cell)));
    }
    return new PreviewRow(row.sourceRow(), cells);
  }

  private static String cut(String cell) {
    return cell.length() <= SourceRow.MAX_CELL_LENGTH
        ? cell
        : cell.substring(0, SourceRow.MAX_CELL_LENGTH - 1) + "…";
  }

  Reading reading(Reading reading) {
    if (openly) {
      return reading;
    }
    Map<Integer, UnaryOperator<String>> places = new HashMap<>();
    columns
        .values()
        .forEach(detected -> places.put(detected.column().sourceIndex(), detected::masked));
    return new ReadingCover(places, PersonalTexts::masked).of(reading);
  }

  Profile profile() {
    List<ColumnProfile> covered = new ArrayList<>();
    for (Column column : profiling.columns()) {
      ColumnProfile profile = profiling.profile().columns().get(column.index());
      Detected detected = columns.get(column.index());
      covered.add(detected == null ? profile : covered(profile, detected));
    }
    return new Profile(profiling.profile().rows(), covered);
  }

  private ColumnProfile covered(ColumnProfile profile, Detected detected) {
    Distinct values = profiling.values().get(detected.column().index());
    UnaryOperator<String> shown =
        value -> {
          String whole = whole(value, values);
          return whole == null ? made(detected).apply(value) : detected.masked(whole);
        };
    return profile.shown(shown, made(detected));
  }

  /** The value that was cut to be shown: half of an address is not seen to be one. */
  private static @Nullable String whole(String shown, Distinct values) {
    if (!shown.endsWith("…")) {
      return shown;
    }
    String beginning = shown.substring(0, shown.length() - 1);
    for (int index = 0; index < values.size(); index++) {
      Text value = values.value(index);
      if (value.length() >= beginning.length() && value.toString().startsWith(beginning)) {
        return value.toString();
      }
    }
    return null;
  }

  /** What is wrong, its sentences quoting nothing that is covered. */
  List<Cause> causes(List<Cause> causes, Set<String> kept, List<Proposal> proposals) {
    Set<String> withheld = withheld(proposals);
    Set<String> touching = new HashSet<>();
    proposals.stream().filter(one -> touches(one.mend())).forEach(one -> touching.add(one.id()));
    List<Cause> told = new ArrayList<>();
    for (Cause cause : causes) {
      boolean proposed = cause.mend() == null || !withheld.contains(cause.mend());
      boolean touched =
          (cause.column() != null && isCovered(cause.column(), cause.letters()))
              || (cause.mend() != null && touching.contains(cause.mend()));
      Cause covered = covered(proposed ? cause : cause.mendedBy(null, 0), touched);
      told.add(kept.contains(cause.subject()) ? covered.saying("kept", "yes") : covered);
    }
    return told;
  }

  private Cause covered(Cause told, boolean touched) {
    return columns.isEmpty()
        ? told
        : new Cause(
            told.code(),
            told.severity(),
            told.column(),
            told.letters(),
            told.count(),
            told.samples(),
            touched ? words(told.parameters()) : unquoted(told.parameters()),
            totals(told.totals()),
            told.mend(),
            told.mended(),
            told.remaining());
  }

  /** Of rows, or of other columns, a sentence may still quote what stands beside. */
  private Map<String, String> unquoted(Map<String, String> parameters) {
    boolean added = isCovered(parameters.getOrDefault("of", ""), null);
    Map<String, String> words = new HashMap<>();
    parameters.forEach(
        (name, value) -> {
          boolean figure = added && (name.equals("total") || name.equals("sum"));
          boolean safe = QUOTE_NOTHING.contains(name) || !(figure || isQuoted(value));
          words.put(name, safe ? value : unseen(value));
        });
    return words;
  }

  private boolean isQuoted(String text) {
    Text value = Text.of(text);
    return columns.keySet().stream()
        .anyMatch(index -> profiling.values().get(index).find(value) >= 0);
  }

  private List<CheckedTotal> totals(List<CheckedTotal> totals) {
    List<CheckedTotal> shown = new ArrayList<>();
    for (CheckedTotal total : totals) {
      if (!isCovered(total.column(), null)) {
        String label = total.label();
        shown.add(total.labelled(isQuoted(label) ? unseen(label) : PersonalTexts.masked(label)));
      }
    }
    return shown;
  }

  private boolean isCovered(String name, @Nullable String letters) {
    return columns.values().stream()
        .map(Detected::column)
        .anyMatch(
            column ->
                column.name().equals(name)
                    && (letters == null || column.letters().equals(letters)));
  }

  private static Map<String, String> words(Map<String, String> parameters) {
    Map<String, String> words = new HashMap<>();
    parameters.forEach(
        (name, value) -> words.put(name, QUOTE_NOTHING.contains(name) ? value : unseen(value)));
    return words;
  }

  /** A text of which no letter and no figure stays. */
  private static String unseen(String text) {
    return text.replaceAll("[\\p{L}\\p{N}]", UNSEEN);
  }

  /** The mends that hold values of a covered column in themselves: they wait for a decision. */
  private Set<String> withheld(List<Proposal> proposals) {
    Set<String> withheld = new HashSet<>();
    for (Proposal proposal : proposals) {
      if (touches(proposal.mend()) && holdsValues(proposal.mend())) {
        withheld.add(proposal.id());
      }
    }
    return withheld;
  }

  private boolean touches(Mend mend) {
    return mend.columns().stream()
        .anyMatch(reference -> isCovered(reference.name(), reference.letters()));
  }

  private static boolean holdsValues(Mend mend) {
    return mend instanceof MapValues
        || mend instanceof FillBlanks
        || (mend instanceof Together together
            && together.mends().stream().anyMatch(Covers::holdsValues));
  }

  List<Proposal> proposals(List<Proposal> proposals) {
    Set<String> withheld = withheld(proposals);
    List<Proposal> shown = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (!withheld.contains(proposal.id())) {
        Map<String, String> own = proposal.parameters();
        boolean covered = !columns.isEmpty() && !own.isEmpty();
        Map<String, String> words = touches(proposal.mend()) ? words(own) : unquoted(own);
        shown.add(covered ? proposal.saying(words) : proposal);
      }
    }
    return shown;
  }
}
