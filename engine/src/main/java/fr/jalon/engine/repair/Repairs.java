package fr.jalon.engine.repair;

import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Every repair, in the order in which they are applied, whatever the order in which they were
 * accepted: cells edited by hand, rows set aside, texts put right, then codes, numbers and dates,
 * then columns.
 */
public final class Repairs {
  public static final List<Repair> ALL =
      List.of(
          new EditCell(),
          new SetAsideTotals(),
          new SetAsideDuplicates(),
          new MendMojibake(),
          new TrimSpaces(),
          new EmptyOut(),
          new JoinCodes(),
          new RestoreInseeZero(),
          new RestorePostalZero(),
          new StripUnits(),
          new JoinThousands(),
          new WriteDecimals(),
          new ReadSpreadsheetDates(),
          new WriteDates(),
          new WriteBooleans(),
          new ChooseListed(),
          new UnifySpelling(),
          new SwapCoordinates(),
          new MendShapes(),
          new FillConstant(),
          new DropEmptyColumns(),
          new MendTitles(),
          new RenameColumns(),
          new ConvertUnits());

  private Repairs() {}

  /** Asks every repair; the steps are in the proposals once the search has run. */
  public static Proposals look(Facts facts, Search search) {
    Proposals proposals = new Proposals(search);
    for (Repair repair : ALL) {
      repair.look(facts, proposals);
    }
    return proposals;
  }

  /** The steps proposed, certain ones first. Call it once the search has run. */
  public static List<RepairStep> steps(Proposals proposals) {
    return proposals.steps().stream()
        .sorted(Comparator.comparing((RepairStep step) -> !step.certain()))
        .toList();
  }

  /**
   * The table as it becomes once these steps are applied. Steps of a repair that no longer exists,
   * or on columns the table does not have, change nothing. A column that was empty when the steps
   * were accepted and no longer is stays in the table, which is scanned to know it.
   */
  public static Table apply(Table table, List<RepairStep> accepted)
      throws IOException, UnreadableFile {
    Plan plan = new Plan(table.columns());
    for (Repair repair : ALL) {
      accepted.stream()
          .filter(step -> step.repair().equals(repair.code()))
          .sorted(Comparator.comparing(RepairStep::id))
          .forEach(step -> repair.apply(step, plan));
    }
    plan.keepFilledColumns(table);
    return new RepairedTable(table, plan);
  }
}
