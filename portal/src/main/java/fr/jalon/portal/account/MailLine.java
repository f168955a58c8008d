package fr.jalon.portal.account;

import java.util.List;

/**
 * A mail as the demonstration's page shows it.
 *
 * @param at when, in words
 * @param link of the mail, within this portal, empty when it has none
 */
public record MailLine(
    String recipient, String subject, String at, List<String> paragraphs, String link) {
  public MailLine {
    paragraphs = List.copyOf(paragraphs);
  }
}
