package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.FillBlanks;
import fr.jalon.engine.rule.mend.MapValues;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Rename;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.engine.rule.mend.Unknown;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayedTest {
  @Test
  void theSameProposalIsTakenAgain() {
    Replayed replayed =
        Replayed.of(List.of(spaces("s", "Date", "Montant")), proposing(spaces("s", "Date")));

    assertThat(replayed.accepted()).extracting(Proposal::id).containsExactly("s");
    assertThat(replayed.apart()).isEmpty();
  }

  @Test
  void rowsChosenByHandAreNotTakenWhereTheyAreOthers() {
    Proposal rows =
        proposal(
            "rows",
            "rows-by-hand",
            new SetAsideRows(new Criterion.Chosen(List.of(new Criterion.Chosen.Range(12, 18, 7)))));

    assertThat(Replayed.of(List.of(), List.of(rows), proposing()).apart()).containsExactly(rows);
    Replayed same = Replayed.of(List.of(), List.of(rows), proposing(rows));
    assertThat(same.accepted()).containsExactly(rows);
    assertThat(same.inspection().proposals()).as("nobody proposes them").isEmpty();
    assertThat(RowsAside.isAskedAgain(RowsAside.askedAgain(rows))).isTrue();
    assertThat(RowsAside.retold(rows).id()).isEqualTo("rows-by-hand:12-18");
  }

  @Test
  void fewerOfTheSameColumnsAreTakenUnderAnotherName() {
    Proposal last = spaces("surrounding-spaces", "Date", "Montant");
    Proposal fewer = spaces("surrounding-spaces:Date", "Date");
    Proposal another = spaces("surrounding-spaces:Bénéficiaire", "Bénéficiaire");

    assertThat(Replayed.of(List.of(last), proposing(fewer)).accepted()).containsExactly(fewer);
    Replayed other = Replayed.of(List.of(last), proposing(another));
    assertThat(other.accepted()).isEmpty();
    assertThat(other.apart()).containsExactly(last);
  }

  @Test
  void whatBearsTheSameNameAndDoesTheContraryIsNotTaken() {
    Proposal days = dates(DateOrder.DAY_FIRST);
    Proposal months = dates(DateOrder.MONTH_FIRST);
    Proposal one = proposal("g", "giver", new FillBlanks(ref("Date"), "1"));
    Proposal two = proposal("g", "giver", new FillBlanks(ref("Date"), "2"));

    assertThat(Replayed.of(List.of(days), proposing(months)).apart()).containsExactly(days);
    assertThat(Replayed.of(List.of(one), proposing(two)).accepted()).isEmpty();
  }

  @Test
  void noMoreIsTakenThanWasAccepted() {
    Proposal orleans =
        proposal("w", "spelled", MapValues.of(ref("Objet"), Map.of("Orleans", "Orléans")));
    Proposal more =
        asked(
            "w",
            MapValues.of(ref("Objet"), Map.of("Orleans", "Orléans", "Montragis", "Montargis")));
    Proposal other = asked("w", MapValues.of(ref("Objet"), Map.of("Montragis", "Montargis")));
    Proposal spaces = mark("m", Conversion.JoinMark.Mark.SPACE);
    Proposal points = mark("m", Conversion.JoinMark.Mark.POINT);

    Replayed part = Replayed.of(List.of(orleans), proposing(more));
    assertThat(part.accepted()).hasSize(1);
    assertThat(((MapValues) part.accepted().get(0).mend()).pairs())
        .containsExactly(new MapValues.Pair("Orleans", "Orléans"));
    assertThat(Replayed.of(List.of(orleans), proposing(other)).accepted()).isEmpty();
    assertThat(Replayed.of(List.of(spaces), proposing(points)).accepted()).isEmpty();
  }

  @Test
  void whatARecipeBroughtStaysWhenTheFileIsReadAgain() {
    Proposal asked = proposal("x", "x", MapValues.of(ref("Montant"), Map.of("1", "2")));
    Proposal brought = Replayed.of(List.of(), List.of(asked), proposing()).accepted().get(0);

    Replayed again = Replayed.of(List.of(brought), proposing());
    assertThat(again.accepted()).containsExactly(brought);
    assertThat(again.apart()).isEmpty();
  }

  @Test
  void aRecipeIsTakenWhereItFitsAndToldByWhatItDoes() {
    Proposal known = spaces("surrounding-spaces", "Date");
    Proposal fits =
        proposal("x", "surrounding-spaces", MapValues.of(ref("Montant"), Map.of("1", "2")));
    Proposal missing = spaces("y", "Autre");
    Proposal taken =
        proposal("z", "other-name", new Rename(List.of(new Rename.Name(ref("Date"), "Montant"))));
    Proposal unknown = proposal("u", "guess", new Unknown());
    Replayed replayed =
        Replayed.of(List.of(), List.of(known, fits, missing, taken, unknown), proposing(known));

    assertThat(replayed.accepted().get(0)).isEqualTo(known);
    assertThat(replayed.accepted().get(1).rule()).isEqualTo(Replayed.RULE);
    assertThat(replayed.accepted().get(1).mend())
        .isEqualTo(fits.mend().in(FileColumns.of(Samples.inspection())));
    assertThat(replayed.apart()).containsExactly(missing, taken, unknown);
  }

  @Test
  void aRecipeDoesNotContradictWhatIsAccepted() {
    Proposal accepted = proposal("a", "a", new FillBlanks(ref("Date"), "1"));
    Proposal contrary = proposal("b", "b", new FillBlanks(ref("Date"), "2"));
    Replayed replayed = Replayed.of(List.of(accepted), List.of(contrary), proposing(accepted));

    assertThat(replayed.accepted()).containsExactly(accepted);
    assertThat(replayed.apart()).containsExactly(contrary);
  }

  @Test
  void anEditedCellIsTakenOnlyWhenItIsStillAsItWas() {
    Proposal edit = CellEdit.apart(List.of(Samples.EDIT)).get(0);
    Proposal other =
        CellEdit.apart(
                List.of(
                    proposal(
                        "x",
                        "x",
                        new EditCells(
                            List.of(
                                new EditCells.Edit(ref("Objet", "C"), 4, "Restauration", "X"))))))
            .get(0);

    assertThat(Replayed.of(List.of(), List.of(edit), proposing()).apart()).containsExactly(edit);
    assertThat(Replayed.of(List.of(), List.of(edit), proposing(edit)).accepted())
        .containsExactly(edit);
    Replayed both = Replayed.of(List.of(edit), List.of(other), proposing(edit, other));
    assertThat(both.accepted()).containsExactly(edit);
    assertThat(both.apart()).containsExactly(other);
  }

  private static Inspection proposing(Proposal... proposals) {
    return Samples.inspection().withProposals(List.of(proposals));
  }

  private static Proposal spaces(String id, String... columns) {
    List<ColumnRef> all = Arrays.stream(columns).map(ReplayedTest::ref).toList();
    return proposal(id, "surrounding-spaces", new Convert(all, new Conversion.TrimSpaces()));
  }

  private static Proposal dates(DateOrder order) {
    return proposal(
        "date-form:Date",
        "date-form",
        Convert.of(
            ref("Date"), new Conversion.WriteDates(Conversion.WriteDates.Form.DATE, order, null)));
  }

  private static Proposal mark(String id, Conversion.JoinMark.Mark mark) {
    return asked(id, Convert.of(ref("Montant"), new Conversion.JoinMark(mark)));
  }

  private static Proposal asked(String id, Mend mend) {
    return new Proposal(id, "asked", null, null, Map.of(), 1, List.of(), false, mend);
  }

  private static Proposal proposal(String id, String rule, Mend mend) {
    return new Proposal(id, rule, null, null, Map.of(), 1, List.of(), true, mend);
  }

  private static ColumnRef ref(String name) {
    return ref(name, "");
  }

  private static ColumnRef ref(String name, String letters) {
    return new ColumnRef(name, letters);
  }
}
