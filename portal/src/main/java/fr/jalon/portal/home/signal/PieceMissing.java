package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Expected;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that the authority is asked for has not come. */
final class PieceMissing implements AuthorityKind {
  @Override
  public String key() {
    return "piece-missing";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.DOSSIER);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return words.pieces(told);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    List<String> missing =
        Expected.missing(one.followed().beneficiary(), one.today()).stream()
            .filter(piece -> piece != Expected.FOCAL_POINT)
            .map(Expected::key)
            .toList();
    return Stream.of(one.knownOn())
        .filter(accepted -> one.isAccompanied() && !missing.isEmpty())
        .filter(accepted -> one.isPast(Threshold.DOSSIER, accepted))
        .map(
            accepted ->
                one.found(
                    this,
                    "dossier",
                    Told.on(accepted).counting(missing.size()).about(String.join(" ", missing)),
                    one.href() + "#dossier"));
  }
}
