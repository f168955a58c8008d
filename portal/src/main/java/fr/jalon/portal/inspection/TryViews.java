package fr.jalon.portal.inspection;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.Told;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.schema.SchemaChoice;
import fr.jalon.portal.inspection.TryView.Change;
import fr.jalon.portal.inspection.TryView.Line;
import fr.jalon.portal.inspection.TryView.Mend;
import fr.jalon.portal.inspection.TryView.Problem;
import fr.jalon.portal.web.DataTable;
import fr.jalon.portal.web.DataTable.DataCell;
import fr.jalon.portal.web.DataTable.DataColumn;
import fr.jalon.portal.web.DataTable.DataRow;
import fr.jalon.portal.web.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Makes the page of a file that somebody tried. Values that speak of people come covered from the
 * engine.
 */
final class TryViews {
  private static final int CHANGES = 3;
  private static final int ROWS = 10;

  private final Page page;
  private final Sentences sentences;

  TryViews(Page page) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
  }

  TryView of(String name, Inspection inspection) {
    if (inspection.refusal() != null) {
      return TryView.refused(name, sentences.of(inspection.refusal()));
    }
    List<Cause> others =
        inspection.findings().stream().filter(cause -> !cause.speaksOfPeople()).toList();
    return new TryView(
        name,
        "",
        sentences.tell(inspection).stream().map(TryViews::line).toList(),
        schema(inspection),
        inspection.findings().stream().filter(Cause::speaksOfPeople).map(sentences::of).toList(),
        inspection.proposals().stream()
            .filter(one -> one.choice() == null)
            .sorted(Comparator.comparing(Proposal::certain).reversed())
            .map(this::mend)
            .toList(),
        others.stream()
            .filter(cause -> cause.mend() == null && cause.severity() != Severity.ADVICE)
            .sorted(Comparator.comparing(Cause::severity))
            .map(this::problem)
            .toList(),
        others.stream()
            .filter(cause -> cause.mend() == null && cause.severity() == Severity.ADVICE)
            .map(sentences::of)
            .toList(),
        table(inspection));
  }

  private static Line line(Told told) {
    String mark =
        switch (told.topic()) {
          case TOTAL_RIGHT -> "done";
          case TOTAL_WRONG -> "warning";
          default -> "";
        };
    return new Line(told.sentence(), mark);
  }

  private String schema(Inspection inspection) {
    SchemaChoice choice = inspection.schema();
    return choice == null || choice.chosen() == null
        ? ""
        : page.t("inspection.try.schema", choice.chosen().title());
  }

  private Mend mend(Proposal proposal) {
    return new Mend(
        sentences.of(proposal),
        proposal.certain(),
        proposal.samples().stream()
            .limit(CHANGES)
            .map(change -> new Change(change.address(), change.before(), change.after()))
            .toList());
  }

  private Problem problem(Cause cause) {
    return new Problem(
        sentences.of(cause),
        sentences.help(cause),
        cause.severity() == Severity.ERROR,
        cause.samples().stream()
            .limit(CHANGES)
            .map(sample -> new Change(sample.address(), sample.value(), null))
            .toList());
  }

  private DataTable table(Inspection inspection) {
    Profile profile = Objects.requireNonNull(inspection.profile(), "profile");
    List<ColumnProfile> profiles = profile.columns();
    List<DataRow> rows =
        inspection.preview().stream()
            .limit(ROWS)
            .map(
                row ->
                    new DataRow(
                        String.valueOf(row.sourceRow()),
                        null,
                        row.cells().stream().map(DataCell::of).toList()))
            .toList();
    long all = profile.rows();
    return new DataTable(
        "tableau",
        all <= rows.size()
            ? page.n("inspection.try.whole", all)
            : page.n("inspection.try.table", all, (long) rows.size()),
        true,
        profiles.stream()
            .map(
                column ->
                    DataColumn.plain(
                        column.letters(),
                        column.name(),
                        sentences.kind(column.kind()),
                        column.type().isNumber()))
            .toList(),
        rows);
  }
}
