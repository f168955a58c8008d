package fr.jalon.portal.document;

import fr.jalon.portal.web.Messages;

/** The few words that every document has, in its language. */
record Labels(String page, String toSign) {
  static Labels of(Document document) {
    Messages messages = Messages.in(document.language());
    return new Labels(messages.text("document.page"), messages.text("document.to-sign"));
  }
}
