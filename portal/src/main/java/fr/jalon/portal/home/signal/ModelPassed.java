package fr.jalon.portal.home.signal;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Version;
import java.util.Optional;
import java.util.stream.Stream;

/** A dataset online follows its national model, and nothing is left against it. */
final class ModelPassed implements AuthorityKind {
  @Override
  public String key() {
    return "model-passed";
  }

  @Override
  public Level level() {
    return Level.GOOD_NEWS;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.GOOD_NEWS);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return told.code();
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.datasets().stream()
        .filter(set -> one.tookPart())
        .flatMap(
            set ->
                Stream.ofNullable(set.published())
                    .filter(ModelPassed::isValid)
                    .flatMap(version -> Stream.ofNullable(version.publishedAt()))
                    .map(AuthorityFacts::day)
                    .filter(one::isNews)
                    .map(
                        day ->
                            one.found(
                                this,
                                set.id(),
                                Told.of(set.title(), day).about(model(set)),
                                CatalogPaths.dataset(set.slug()))));
  }

  private static boolean isValid(Version version) {
    Conformity model = version.conformity();
    return model != null && Boolean.TRUE.equals(model.valid());
  }

  private static String model(Dataset set) {
    Conformity model = set.current().conformity();
    return model == null ? "" : model.title();
  }
}
