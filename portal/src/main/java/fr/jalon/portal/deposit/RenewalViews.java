package fr.jalon.portal.deposit;

import fr.jalon.engine.Alarm;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.export.Update;
import fr.jalon.engine.query.Difference;
import fr.jalon.engine.query.KeyCandidate;
import fr.jalon.engine.query.Page.PageColumn;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.RenewalView.Before;
import fr.jalon.portal.deposit.RenewalView.Changed;
import fr.jalon.portal.deposit.RenewalView.Way;
import fr.jalon.portal.web.DataTable;
import fr.jalon.portal.web.DataTable.DataCell;
import fr.jalon.portal.web.DataTable.DataColumn;
import fr.jalon.portal.web.DataTable.DataRow;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what an update would change in what is published. */
final class RenewalViews {
  /** Cells shown one by one: beyond, one reads the table itself. */
  private static final int CELLS_SHOWN = 20;

  private final Page page;
  private final Sentences sentences;

  RenewalViews(Page page) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
  }

  RenewalView of(Deposit deposit, Draft draft, Version published) {
    Outcome outcome = deposit.written();
    Compared compared = outcome.compared();
    Difference difference = compared == null ? null : compared.difference();
    List<KeyCandidate> keys = compared == null ? List.of() : compared.keys();
    List<Alarm> alarms = Alarms.of(deposit, published);
    String agreement = Alarms.fingerprint(alarms);
    List<String> used = difference == null ? List.of() : difference.key();
    int key = keys.stream().map(KeyCandidate::columns).toList().indexOf(used);
    return new RenewalView(
        difference == null ? page.t("deposit.renewal.uncounted") : sentences.of(difference),
        matched(difference),
        difference == null ? List.of() : columns(difference),
        facts(draft, outcome, published),
        difference == null || difference.added() == 0
            ? null
            : table(
                "ajoutees", "deposit.renewal.added", difference.added(), difference.addedRows()),
        difference == null || difference.gone() == 0
            ? null
            : table("disparues", "deposit.renewal.gone", difference.gone(), difference.goneRows()),
        difference == null ? List.of() : changed(difference),
        alarms.stream().map(sentences::of).toList(),
        agreement,
        !agreement.isEmpty() && agreement.equals(deposit.renewal().agreed()),
        ways(deposit.renewal().how(), difference, !keys.isEmpty()),
        keys.stream().map(candidate -> String.join(" + ", candidate.columns())).toList(),
        key,
        compared == null || compared.refusal() == null ? "" : sentences.of(compared.refusal()));
  }

  private String matched(@Nullable Difference difference) {
    if (difference == null) {
      return "";
    }
    if (difference.keyProblem() != null) {
      return sentences.of(difference.keyProblem());
    }
    return difference.byKey()
        ? page.t("deposit.renewal.by-key", String.join(" + ", difference.key()))
        : page.t("deposit.renewal.whole");
  }

  private List<String> columns(Difference difference) {
    List<String> said = new ArrayList<>();
    if (!difference.columnsAdded().isEmpty()) {
      said.add(
          page.n(
              "deposit.renewal.columns.added",
              difference.columnsAdded().size(),
              names(difference.columnsAdded())));
    }
    if (!difference.columnsGone().isEmpty()) {
      said.add(
          page.n(
              "deposit.renewal.columns.gone",
              difference.columnsGone().size(),
              names(difference.columnsGone())));
    }
    for (Difference.RetypedColumn column : difference.columnsRetyped()) {
      said.add(
          page.t(
              "deposit.renewal.columns.retyped",
              column.name(),
              sentences.kind(column.before().code()),
              sentences.kind(column.after().code())));
    }
    return said;
  }

  private static String names(List<PageColumn> columns) {
    return columns.stream().map(PageColumn::name).collect(Collectors.joining(", "));
  }

  private List<Before> facts(Draft draft, Outcome outcome, Version published) {
    String period = Objects.requireNonNullElse(published.description().period(), "");
    return Stream.of(
            new Before(
                page.t("deposit.facts.rows"),
                page.number(published.rows()),
                page.number(outcome.export().rows())),
            new Before(
                page.t("deposit.renewal.size"),
                page.size(largest(published.distributions())),
                page.size(largest(outcome.distributions()))),
            new Before(page.t("deposit.description.period"), period, draft.period()))
        .filter(fact -> !fact.before().isBlank() || !fact.after().isBlank())
        .toList();
  }

  private static long largest(List<Distribution> files) {
    return files.stream().mapToLong(Distribution::size).max().orElse(0);
  }

  private DataTable table(String id, String key, long total, fr.jalon.engine.query.Page rows) {
    List<DataColumn> columns =
        rows.columns().stream()
            .map(column -> new DataColumn("", column.name(), "", false, null, null))
            .toList();
    List<DataRow> lines =
        rows.rows().stream()
            .map(
                row ->
                    new DataRow(
                        "", null, row.stream().map(cell -> DataCell.of(text(cell))).toList()))
            .toList();
    String caption = page.n(key, total, (long) lines.size());
    return new DataTable(id, caption, true, columns, lines);
  }

  private static List<Changed> changed(Difference difference) {
    List<Changed> cells = new ArrayList<>();
    for (Difference.ChangedRow row : difference.changedRows()) {
      String key = row.key().stream().map(RenewalViews::text).collect(Collectors.joining(" · "));
      for (Difference.ChangedCell cell : row.cells()) {
        if (cells.size() < CELLS_SHOWN) {
          cells.add(new Changed(key, cell.column(), text(cell.before()), text(cell.after())));
        }
      }
    }
    return cells;
  }

  /**
   * What a way would give, reckoned from the difference with the file taken whole: what another way
   * was compared with says nothing of the rows that it left in place.
   */
  private String result(Update chosen, Update way, Difference file) {
    boolean sameColumns = file.columnsAdded().isEmpty() && file.columnsGone().isEmpty();
    if (way == chosen) {
      return result(file.rowsAfter(), file.added(), file.changed(), file.gone());
    }
    if (chosen != Update.REPLACE || !sameColumns || way == Update.BY_KEY && !file.byKey()) {
      return "";
    }
    return switch (way) {
      case REPLACE -> "";
      case APPEND -> {
        // a changed row is not there as it is: it comes beside the former one
        long more = file.added() + file.changed();
        yield result(file.rowsBefore() + more, more, 0, 0);
      }
      case BY_KEY -> result(file.rowsBefore() + file.added(), file.added(), file.changed(), 0);
    };
  }

  private String result(long rows, long added, long changed, long gone) {
    return page.n("deposit.renewal.way.result", rows, added, changed, gone);
  }

  private static String text(@Nullable Object cell) {
    return cell == null ? "" : cell.toString();
  }

  private List<Way> ways(Update chosen, @Nullable Difference difference, boolean hasKey) {
    return Stream.of(Update.values())
        .map(
            way ->
                new Way(
                    way.code(),
                    page.t("deposit.renewal.way." + way.code()),
                    page.t("deposit.renewal.way." + way.code() + ".help"),
                    difference == null ? "" : result(chosen, way, difference),
                    way == chosen,
                    way != Update.BY_KEY || hasKey))
        .toList();
  }
}
