package fr.jalon.portal.checklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands. A fact is worth more than what was said: it ticks whatever the mark, and
 * without it nobody's word ticks an item that ticks itself.
 *
 * @param proof null when no fact says that it is done
 * @param mark what was said last, null when nothing was
 */
public record Line(Item item, @Nullable Proof proof, @Nullable Mark mark) {
  public ItemState state() {
    if (proof != null) {
      return ItemState.DONE;
    }
    return mark == null ? ItemState.TO_DO : mark.state();
  }

  /** True when its day is past and it is not done. */
  public boolean isLate(LocalDate today) {
    LocalDate due = mark == null ? null : mark.due();
    return due != null && state().isOpen() && due.isBefore(today);
  }

  int revision() {
    return mark == null ? 0 : mark.revision();
  }
}
