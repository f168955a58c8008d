package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.Messages;
import org.jspecify.annotations.Nullable;

/** A line of the history in words. */
public record HistoryLine(String when, String who, String role, String what, String reason) {
  static HistoryLine of(DatasetEvent event, Messages messages) {
    return new HistoryLine(
        messages.dateTime(event.at()),
        event.who(),
        role(event.role(), messages),
        messages.text("catalog.event." + event.kind().key(), event.version(), event.repeats()),
        event.reason());
  }

  private static String role(@Nullable Role role, Messages messages) {
    return role == null ? "" : messages.text("account.role." + role.name());
  }
}
