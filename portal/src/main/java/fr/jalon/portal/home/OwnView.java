package fr.jalon.portal.home;

import fr.jalon.portal.programme.BeneficiaryView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The season of an authority, for its own people.
 *
 * @param season what its own page says of it
 * @param next what to do now, in a sentence
 * @param nextHref where it is done, null when nothing waits
 * @param asked what visitors asked and nobody answered yet
 * @param remaining what is left to pay, in a sentence; null for those who see no money
 * @param missing the items of its checklist that are left
 */
public record OwnView(
    BeneficiaryView season,
    String next,
    @Nullable String nextHref,
    List<OneSet> sets,
    String share,
    List<Missing> missing,
    @Nullable String remaining,
    String checklistHref,
    List<Asked> asked) {

  /** A dataset from its first file on. */
  public record OneSet(String title, String href, String state, String share) {}

  /** Questions of visitors that wait on a dataset. */
  public record Asked(String text, String href) {}

  /** An item that is left. */
  public record Missing(String title, String href) {}
}
