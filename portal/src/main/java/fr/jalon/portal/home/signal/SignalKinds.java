package fr.jalon.portal.home.signal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of signal. */
final class SignalKinds {
  /** The most pressing first: their order is that of the board. */
  static final List<SignalKind> ALL =
      List.of(
          new HelpLate(),
          new HelpBlocked(),
          new StuckOnCard(),
          new FileUnreadable(),
          new PersonalUndecided(),
          new PersonalUnconfirmed(),
          new VisaOurs(),
          new VisaTheirs(),
          new HelpWaiting(),
          new CandidaciesWaiting(),
          new NoticeLate(),
          new NoticeToSend(),
          new NoticeUnpaid(),
          new AgreementUnsigned(),
          new EndNear(),
          new SessionToDecide(),
          new DatasetWithdrawn(),
          new NothingPlanned(),
          new NobodySignsIn(),
          new DepositUntouched(),
          new SessionToNote(),
          new UpdateOverdue(),
          new QuestionnaireUnfinished(),
          new FocalPointMissing(),
          new PieceMissing(),
          new ItemLate(),
          new WorkshopEmpty(),
          new WorkshopFull(),
          new MinutesMissing(),
          new SummaryMissing(),
          new SameFinding(),
          new FirstDataset(),
          new ModelPassed(),
          new GoesOnAlone());

  private static final Map<String, SignalKind> BY_KEY =
      ALL.stream().collect(Collectors.toMap(SignalKind::key, Function.identity()));

  private SignalKinds() {}

  /** Empty for one that is told no more. */
  static Optional<SignalKind> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** Its place on the board. */
  static int rank(SignalKind kind) {
    return ALL.indexOf(kind);
  }
}
