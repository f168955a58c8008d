package fr.jalon.portal.home.signal;

import fr.jalon.portal.checklist.AuthorityItem;
import fr.jalon.portal.checklist.ChecklistPaths;
import fr.jalon.portal.checklist.Line;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An item of the checklist is past the day somebody gave it. */
final class ItemLate implements AuthorityKind {
  @Override
  public String key() {
    return "item-late";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.ITEM);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return words.text(told.code());
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.checklist().stream()
        .filter(line -> one.isAccompanied() && line.isLate(one.today()))
        .flatMap(line -> Stream.ofNullable(line.mark()).map(mark -> of(one, line, mark.due())))
        .flatMap(found -> found);
  }

  private Stream<Found> of(AuthorityFacts one, Line line, @Nullable LocalDate due) {
    return Stream.ofNullable(due)
        .filter(day -> one.isPast(Threshold.ITEM, day))
        .filter(day -> line.item() instanceof AuthorityItem)
        .map(
            day ->
                one.found(
                    this,
                    line.item().key(),
                    Told.on(day).about(line.item().words()),
                    ChecklistPaths.item(one.id(), (AuthorityItem) line.item())));
  }
}
