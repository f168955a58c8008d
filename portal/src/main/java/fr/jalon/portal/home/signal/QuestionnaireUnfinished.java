package fr.jalon.portal.home.signal;

import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.QuestionnairePaths;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The questionnaire is not handed in. */
final class QuestionnaireUnfinished implements AuthorityKind {
  @Override
  public String key() {
    return "questionnaire-unfinished";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.QUESTIONNAIRE);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return words.occasion(told);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return Stream.of(Occasion.values())
        .filter(occasion -> one.isAccompanied())
        .flatMap(occasion -> of(one, occasion));
  }

  /** That of the entry is asked from the first day on; that of the exit once somebody opens it. */
  private Stream<Found> of(AuthorityFacts one, Occasion occasion) {
    Filling filling =
        one.questionnaires().stream()
            .filter(any -> any.occasion() == occasion)
            .findFirst()
            .orElse(null);
    if (filling != null) {
      return Stream.of(AuthorityFacts.day(filling.openedAt()))
          .filter(opened -> !filling.isHandedIn() && one.isPast(Threshold.QUESTIONNAIRE, opened))
          .map(
              opened ->
                  one.found(
                      this, occasion, Told.on(opened).about(occasion.name()), filling.href()));
    }
    LocalDate asked = one.startedOn();
    return Stream.of(asked)
        .filter(day -> occasion == Occasion.ENTRY && one.isPast(Threshold.QUESTIONNAIRE, day))
        .map(
            day ->
                one.found(
                    this,
                    occasion,
                    Told.on(day).about(occasion.name()),
                    QuestionnairePaths.of(one.id())));
  }
}
