package fr.jalon.portal.deposit;

import fr.jalon.portal.web.Pager;
import java.util.List;

/**
 * All the cells or rows that a card speaks of, page by page.
 *
 * @param heading what the card says
 * @param changes each as it is and as it would be; when nothing mends it {@code after} is what it
 *     is
 * @param mended whether they have an after
 * @param back address of the card
 */
public record CasesView(
    String heading, List<MendsView.Change> changes, boolean mended, Pager pager, String back) {
  public CasesView {
    changes = List.copyOf(changes);
  }
}
