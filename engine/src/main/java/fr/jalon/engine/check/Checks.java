package fr.jalon.engine.check;

import fr.jalon.engine.profile.Search;
import java.util.Comparator;
import java.util.List;

/** Every check, in the order in which findings of equal severity are told. */
public final class Checks {
  public static final List<Check> ALL =
      List.of(
          new OtherAuthority(),
          new MissingField(),
          new DuplicateHeader(),
          new NamelessColumn(),
          new SiretRounded(),
          new SiretInvalid(),
          new SirenInvalid(),
          new InseeInvalid(),
          new InseeLostZero(),
          new InseeUnknown(),
          new PostalInvalid(),
          new PostalLostZero(),
          new SwappedCoordinates(),
          new CoordinatesOutside(),
          new ShapeOutside(),
          new ShapeSwapped(),
          new ShapeUnfinished(),
          new ShapeCrossing(),
          new WrongType(),
          new SpreadsheetError(),
          new MissingValue(),
          new NotInList(),
          new PatternMismatch(),
          new OutOfBounds(),
          new TooLong(),
          new NotUnique(),
          new OneOfRequired(),
          new CohesiveColumns(),
          new CompareColumns(),
          new SumColumns(),
          new YearInterval(),
          new ActNomenclature(),
          new TotalRow(),
          new DuplicateRows(),
          new BrokenAccents(),
          new LostCharacters(),
          new FrenchDates(),
          new SpreadsheetDate(),
          new DateInFuture(),
          new DateTooOld(),
          new DecimalComma(),
          new Thousands(),
          new UnitsInNumbers(),
          new BooleanForm(),
          new ShapeTurned(),
          new ShapeRepeatedPoints(),
          new CodeSpaces(),
          new BlankWord(),
          new PersonalColumns(),
          new PersonalInText(),
          new SurroundingSpaces(),
          new SpelledDifferently(),
          new EmptyColumn(),
          new OtherName(),
          new OtherUnit(),
          new UnknownColumn(),
          new FormulaInjection());

  private Checks() {}

  /** Asks every check; the findings are in the report once the search has run. */
  public static Report look(Facts facts, Search search) {
    Report report = new Report(search);
    for (Check check : ALL) {
      check.look(facts, report);
    }
    return report;
  }

  /** What was found, errors first. Call it once the search has run. */
  public static List<Finding> findings(Report report) {
    return report.findings().stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }
}
