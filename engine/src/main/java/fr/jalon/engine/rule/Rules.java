package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Search;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every rule, in the order in which findings of equal severity are told. */
public final class Rules {
  public static final List<Rule> ALL =
      List.of(
          new OtherAuthorityRule(),
          new MissingFieldRule(),
          new DuplicateHeaderRule(),
          new NamelessColumnRule(),
          new SiretRoundedRule(),
          new SiretInvalidRule(),
          new SiretLostZeroRule(),
          new SirenInvalidRule(),
          new SirenLostZeroRule(),
          new InseeInvalidRule(),
          new InseeLostZeroRule(),
          new InseeUnknownRule(),
          new PostalInvalidRule(),
          new PostalLostZeroRule(),
          new DepartementLostZeroRule(),
          new PhoneLostZeroRule(),
          new CodePointZeroRule(),
          new SwappedCoordinatesRule(),
          new CoordinatesOutsideRule(),
          new ShapeOutsideRule(),
          new ShapeSwappedRule(),
          new ShapeUnfinishedRule(),
          new ShapeCrossingRule(),
          new WrongTypeRule(),
          new ExcelErrorRule(),
          new MissingValueRule(),
          new NotInListRule(),
          new PatternRule(),
          new OutOfBoundsRule(),
          new TooLongRule(),
          new NotUniqueRule(),
          new OneOfRequiredRule(),
          new CohesiveColumnsRule(),
          new CompareColumnsRule(),
          new SumColumnsRule(),
          new YearIntervalRule(),
          new ActNomenclatureRule(),
          new TotalRowRule(),
          new DuplicateRowsRule(),
          new SectionTitleRule(),
          new MojibakeRule(),
          new MojibakeTitleRule(),
          new WrongAlphabetRule(),
          new EscapedCharactersRule(),
          new EscapedTitleRule(),
          new LostCharactersRule(),
          new CutTextRule(),
          new DateFormRule(),
          new DateInWordsRule(),
          new DatePlaceholderRule(),
          new ExcelSerialDateRule(),
          new DateFutureRule(),
          new DateAncientRule(),
          new DecimalCommaRule(),
          new ThousandsRule(),
          new NumberFormRule(),
          new MixedUnitsRule(),
          new UnitsInNumbersRule(),
          new BooleanFormRule(),
          new YesOrNothingRule(),
          new ShapeTurnedRule(),
          new ShapeRepeatedPointsRule(),
          new CodeSpacesRule(),
          new BlankWordRule(),
          new PersonalDataRule(),
          new PersonalInTextRule(),
          new PersonalTogetherRule(),
          new SmallCountsRule(),
          new PersonalElsewhereRule(),
          new OnlySpacesRule(),
          new SurroundingSpacesRule(),
          new UnseenCharactersRule(),
          new LineBreaksRule(),
          new SpelledDifferentlyRule(),
          new EmptyColumnRule(),
          new OtherNameRule(),
          new OtherUnitRule(),
          new UnitSuspectRule(),
          new UnknownColumnRule(),
          new FormulaInjectionRule());

  private Rules() {}

  /** The rule of this code, empty when no rule bears it. */
  public static Optional<Rule> find(String code) {
    return ALL.stream().filter(rule -> rule.code().equals(code)).findFirst();
  }

  /** Asks every rule; what they answer is in the report once the search has run. */
  public static Report look(Facts facts, Search search) {
    Report report = new Report(search);
    for (Rule rule : ALL) {
      rule.look(facts, report);
    }
    Protections.propose(facts, report);
    return report;
  }

  /** The answers, errors first, and their mends, certain ones first; once the search has run. */
  public static Report.Told told(Report report) {
    Report.Told told = report.told();
    return new Report.Told(
        told.causes().stream().sorted(Comparator.comparing(Cause::severity)).toList(),
        told.proposals().stream()
            .sorted(Comparator.comparing((Proposal proposal) -> !proposal.certain()))
            .toList(),
        told.places());
  }
}
