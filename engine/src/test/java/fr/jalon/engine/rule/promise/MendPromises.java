package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.jalon.engine.Json;
import fr.jalon.engine.export.PlainCsv;
import fr.jalon.engine.personal.PersonalTexts;
import fr.jalon.engine.rule.mend.Choice;
import fr.jalon.engine.rule.mend.ConvertUnit;
import fr.jalon.engine.rule.mend.Exclusion;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Recipe;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tries all that a mend promises on one table; what is not kept fails, and says which cell. */
final class MendPromises {
  /** Longer texts are cut where they are shown. */
  private static final String CUT = "…";

  private static final int MOST_PAIRS = 60;

  private final Table table;
  private final Sheet before;
  private final List<Proposal> proposals;

  MendPromises(Table table, List<Proposal> proposals) throws IOException, UnreadableFile {
    this.table = table;
    this.before = Sheet.of(table);
    this.proposals = proposals;
  }

  void check() throws IOException, UnreadableFile {
    if (proposals.isEmpty()) {
      return;
    }
    byte[] bytes = bytes();
    Set<List<Object>> announced = new HashSet<>();
    List<Sheet> alone = new ArrayList<>();
    for (Proposal proposal : proposals) {
      Table mended = applied(proposal);
      Sheet got = Sheet.of(mended);
      announced.addAll(changesWhatItAnnounces(proposal, got));
      isTheSameTwice(proposal, mended, got);
      isTheSameOnceWrittenAndRead(proposal);
      alone.add(got);
    }
    assertThat(bytes()).as("what was read, once mends are undone").isEqualTo(bytes);
    int pairs = 0;
    for (int one = 0; one < proposals.size(); one++) {
      for (int other = one + 1; other < proposals.size() && pairs++ < MOST_PAIRS; other++) {
        goTogetherInAnyOrder(proposals.get(one), proposals.get(other), alone.get(one));
      }
    }
    togetherChangeNothingElse(announced);
  }

  private byte[] bytes() throws IOException, UnreadableFile {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlainCsv.write(Mending.apply(table, List.of()).table(), out, rows -> {});
    return out.toByteArray();
  }

  private Table applied(Proposal proposal) throws IOException, UnreadableFile {
    Mending.Mended mended = Mending.apply(table, List.of(proposal));
    assertThat(mended.leftOut())
        .as("%s fits the table it was proposed for", proposal.id())
        .isEmpty();
    return mended.table();
  }

  /**
   * Exactly the announced cells, to the announced values, and no other.
   *
   * @return the cells that change: row, column
   */
  private Set<List<Object>> changesWhatItAnnounces(Proposal proposal, Sheet got) {
    JsonNode mend = Json.read(Json.write(proposal.mend()), JsonNode.class);
    Sheet announced = NaiveMend.apply(mend, before, got);
    same(proposal.id(), got, announced);
    Changes changes = Changes.of(mend.get("type").asString(), before, announced);
    assertThat(changes.count()).as("the count of %s", proposal).isEqualTo(proposal.count());
    for (Proposal.Change sample : proposal.samples()) {
      changes.holds(sample);
      showsNobody(proposal, sample);
    }
    return changes.cells();
  }

  /** A value that tells of somebody by itself is not shown on the way to be hidden. */
  private void showsNobody(Proposal proposal, Proposal.Change sample) {
    Choice choice = proposal.choice();
    if (choice == null || choice == Choice.GROUP_UNDER_FIVE) {
      return;
    }
    // what is covered may still be seen to be a name ("Mme M•••••"): covering it again hides no
    // more
    assertThat(PersonalTexts.masked(sample.before()).replace("•", ""))
        .as("shown before: %s", sample)
        .isEqualTo(sample.before().replace("•", ""));
    if (choice.groups()) {
      // a sign that covers, or a text that has neither letter nor figure to be covered
      assertThat(sample.before())
          .as("what is shown of a cell")
          .doesNotMatch("(?s).*\\p{L}{3}.*|.*\\d{3}.*");
    }
  }

  private static void same(String id, Sheet got, Sheet announced) {
    assertThat(got.heads()).as("columns once %s is applied", id).isEqualTo(announced.heads());
    assertThat(got.rows().stream().map(Sheet.Row::number))
        .as("rows once %s is applied", id)
        .isEqualTo(announced.rows().stream().map(Sheet.Row::number).toList());
    for (int row = 0; row < got.rows().size(); row++) {
      assertThat(got.rows().get(row)).as("%s", id).isEqualTo(announced.rows().get(row));
    }
  }

  /** Accepted twice is once, and what is right once is so for ever. */
  private void isTheSameTwice(Proposal proposal, Table once, Sheet sheet)
      throws IOException, UnreadableFile {
    same(proposal.id() + " twice", Sheet.of(apply(proposal, named(proposal, "again"))), sheet);
    if (proposal.choice() == Choice.REMOVE_COLUMN && hasTwin(proposal)) {
      // once the column is gone its name tells the other, which nobody chose to remove
      return;
    }
    if (proposal.mend() instanceof ConvertUnit) {
      // a number times a hundred, again, is another one: the name it gives keeps it from coming
      // back
      return;
    }
    Mending.Mended again = Mending.apply(once, List.of(proposal));
    same(proposal.id() + " on its own result", Sheet.of(again.table()), sheet);
  }

  private boolean hasTwin(Proposal proposal) {
    return before.heads().stream().filter(head -> head.name().equals(proposal.column())).count()
        > 1;
  }

  private static void isTheSameOnceWrittenAndRead(Proposal proposal) {
    Mend mend = proposal.mend();
    assertThat(Json.read(Json.write(mend), Mend.class)).isEqualTo(mend);
    Recipe recipe = Recipe.of("fichier.csv", List.of(proposal));
    assertThat(Json.read(Json.write(recipe), Recipe.class)).isEqualTo(recipe);
  }

  /** Whatever their names, which decide the order in which they are applied. */
  private void goTogetherInAnyOrder(Proposal one, Proposal other, Sheet onlyOne)
      throws IOException, UnreadableFile {
    Exclusion exclusion = Mending.exclusion(one.mend(), other.mend());
    assertThat(Mending.exclusion(other.mend(), one.mend())).isEqualTo(exclusion);
    Mending.Mended first = Mending.apply(table, List.of(named(one, "1"), named(other, "2")));
    Mending.Mended second = Mending.apply(table, List.of(named(one, "2"), named(other, "1")));
    String both = one.id() + " and " + other.id();
    if (exclusion == null) {
      assertThat(first.leftOut()).as("%s do not exclude each other", both).isEmpty();
      same(both, Sheet.of(second.table()), Sheet.of(first.table()));
    } else {
      assertThat(first.leftOut()).as(both).containsValue(Misfit.EXCLUDED).hasSize(1);
      assertThat(second.leftOut()).as(both).containsValue(Misfit.EXCLUDED).hasSize(1);
      same(both + ", of which one is left out", Sheet.of(first.table()), onlyOne);
    }
  }

  /** All at once change no cell that none of them announces. */
  private void togetherChangeNothingElse(Set<List<Object>> announced)
      throws IOException, UnreadableFile {
    Mending.Mended all = Mending.apply(table, proposals);
    assertThat(Set.copyOf(all.leftOut().values()))
        .as("left out")
        .isSubsetOf(Set.of(Misfit.EXCLUDED));
    Sheet got = Sheet.of(all.table());
    Map<Long, Sheet.Row> rows = new java.util.HashMap<>();
    got.rows().forEach(row -> rows.put(row.number(), row));
    for (Sheet.Row row : before.rows()) {
      Sheet.Row now = rows.get(row.number());
      if (now == null) {
        assertThat(announced).contains(List.of(row.number()));
        continue;
      }
      for (int column = 0; column < row.cells().size(); column++) {
        int place = placeOf(before.heads().get(column), got);
        List<Object> cell = List.of(row.number(), column);
        if (place >= 0 && !announced.contains(cell)) {
          assertThat(now.cells().get(place))
              .as("%s%d, announced by none", before.heads().get(column).letters(), row.number())
              .isEqualTo(row.cells().get(column));
        }
      }
    }
  }

  private static int placeOf(Sheet.Head head, Sheet sheet) {
    for (int place = 0; place < sheet.heads().size(); place++) {
      boolean same = sheet.heads().get(place).letters().equals(head.letters());
      if (same && !head.letters().isEmpty()) {
        return place;
      }
    }
    return -1;
  }

  private Table apply(Proposal... accepted) throws IOException, UnreadableFile {
    return Mending.apply(table, List.of(accepted)).table();
  }

  private static Proposal named(Proposal proposal, String id) {
    return new Proposal(
        id,
        proposal.rule(),
        proposal.column(),
        proposal.letters(),
        proposal.parameters(),
        proposal.count(),
        proposal.samples(),
        proposal.certain(),
        proposal.mend());
  }

  /** What a mend does, as its count counts it and as its samples show it. */
  private record Changes(
      String type, Sheet before, Sheet after, Set<List<Object>> cells, long count) {
    static Changes of(String type, Sheet before, Sheet after) {
      Set<List<Object>> cells = new HashSet<>();
      long count =
          switch (type) {
            case "set-aside-rows", "sections-to-column" -> rows(before, after, cells);
            case "swap-coordinates" -> cells(before, after, cells) / 2;
            case "add-column" -> after.rows().size();
            case "drop-columns" -> before.heads().size() - after.heads().size();
            case "rename" -> names(before, after);
            case "protect" -> hidden(before, after, cells);
            case "convert",
                "map-values",
                "convert-unit",
                "edit-cells",
                "fill-blanks",
                "restore-zeros",
                "together" ->
                cells(before, after, cells);
            default -> fail("Write in MendPromises.Changes what the count of '%s' counts.", type);
          };
      return new Changes(type, before, after, cells, count);
    }

    private static long rows(Sheet before, Sheet after, Set<List<Object>> cells) {
      Set<Long> kept = new HashSet<>();
      after.rows().forEach(row -> kept.add(row.number()));
      before.rows().stream()
          .filter(row -> !kept.contains(row.number()))
          .forEach(row -> cells.add(List.of(row.number())));
      return cells.size();
    }

    private static long cells(Sheet before, Sheet after, Set<List<Object>> cells) {
      for (int row = 0; row < before.rows().size(); row++) {
        for (int column = 0; column < before.heads().size(); column++) {
          if (!before.cell(row, column).equals(after.cell(row, column))) {
            cells.add(List.of(before.rows().get(row).number(), column));
          }
        }
      }
      return cells.size();
    }

    /** A column that leaves takes its filled cells away. */
    private static long hidden(Sheet before, Sheet after, Set<List<Object>> cells) {
      if (before.heads().size() == after.heads().size()) {
        return cells(before, after, cells);
      }
      List<Sheet.Head> gone = new ArrayList<>(before.heads());
      after.heads().forEach(gone::remove);
      int column = before.heads().indexOf(gone.get(0));
      for (Sheet.Row row : before.rows()) {
        if (!NaiveMend.isBlank(row.cells().get(column))) {
          cells.add(List.of(row.number(), column));
        }
      }
      return cells.size();
    }

    private static long names(Sheet before, Sheet after) {
      long count = 0;
      for (int column = 0; column < before.heads().size(); column++) {
        count += before.heads().get(column).equals(after.heads().get(column)) ? 0 : 1;
      }
      return count;
    }

    /** A sample shows a cell, a row or a title that changes, as it was and as it becomes. */
    void holds(Proposal.Change sample) {
      String letters = sample.address().replaceAll("\\d+$", "");
      String figures = sample.address().substring(letters.length());
      if (type.equals("rename")) {
        int column = column(letters);
        shows(sample.before(), before.heads().get(column).name());
        shows(String.valueOf(sample.after()), after.heads().get(column).name());
        return;
      }
      long number = Long.parseLong(figures);
      Sheet.Row row = row(before, number);
      if (type.equals("set-aside-rows") || type.equals("sections-to-column")) {
        assertThat(sample.after()).isNull();
        assertThat(cells).as("the row of %s leaves", sample).contains(List.of(number));
        return;
      }
      int column = column(letters);
      assertThat(cells).as("the cell of %s changes", sample).contains(List.of(number, column));
      if (type.equals("protect")) {
        showsAfter(sample, row(after, number), column);
      } else if (!type.equals("swap-coordinates")) {
        shows(sample.before(), row.cells().get(column));
        shows(String.valueOf(sample.after()), row(after, number).cells().get(column));
      }
    }

    /** What is written is what was shown, but for what tells of somebody in a text. */
    private void showsAfter(Proposal.Change sample, Sheet.Row then, int column) {
      boolean leaves = before.heads().size() > after.heads().size();
      if (!leaves && !String.valueOf(sample.after()).contains("•")) {
        shows(String.valueOf(sample.after()), then.cells().get(column));
      }
    }

    private static Sheet.Row row(Sheet sheet, long number) {
      return sheet.rows().stream().filter(row -> row.number() == number).findFirst().orElseThrow();
    }

    private int column(String letters) {
      for (int column = 0; column < before.heads().size(); column++) {
        if (before.heads().get(column).letters().equals(letters)) {
          return column;
        }
      }
      return fail("no column %s in %s", letters, before.heads());
    }

    private static void shows(String shown, String whole) {
      if (!shown.equals(whole)) {
        String start = shown.startsWith(CUT) ? shown.substring(1) : shown;
        String part = start.endsWith(CUT) ? start.substring(0, start.length() - 1) : start;
        assertThat(shown).as("what is shown of «%s»", whole).contains(CUT);
        assertThat(whole).as("what is shown").contains(part);
      }
    }
  }
}
