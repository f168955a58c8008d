package fr.jalon.portal.privacy;

import fr.jalon.portal.privacy.RetentionRows.Acceptance;
import fr.jalon.portal.register.Retention.Due;
import fr.jalon.portal.register.Retention.Rule;
import fr.jalon.portal.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A retention in words.
 *
 * @param rule how long, from when, on whose word
 * @param when it is applied
 * @param due what would go
 * @param many how many lines would go, in words
 * @param tonight how many lines were accepted, in words; null for none
 * @param accepted the same, with who accepted them; null for none
 * @param fingerprint of the list
 * @param cut true when there is more than what is shown
 */
public record RetentionView(
    String key,
    String title,
    String rule,
    String source,
    String goes,
    String when,
    List<Due> due,
    String many,
    @Nullable String tonight,
    @Nullable String accepted,
    boolean automatic,
    boolean visa,
    String fingerprint,
    boolean cut) {
  public RetentionView {
    due = List.copyOf(due);
  }

  public String href() {
    return PrivacyPaths.RETENTIONS + "/" + key;
  }

  static RetentionView of(Retentions.State state, Page page) {
    Rule rule = state.rule();
    Acceptance accepted = state.accepted();
    String key = "register.retention." + rule.key();
    return new RetentionView(
        rule.key(),
        page.t(key),
        page.t("privacy.kept", RegisterViews.time(rule, page.messages())),
        page.t(key + ".source"),
        page.t(key + ".goes"),
        page.t(
            state.automatic()
                ? "privacy.automatic"
                : rule.visa() ? "privacy.visa" : "privacy.by-hand"),
        state.due(),
        page.n("privacy.due", state.due().size()),
        accepted == null ? null : page.n("privacy.due.accepted", accepted.ids().size()),
        accepted == null
            ? null
            : page.n("privacy.accepted", accepted.ids().size(), accepted.by(), accepted.at()),
        state.automatic(),
        rule.visa(),
        state.fingerprint(),
        state.due().size() == Retentions.MOST);
  }
}
