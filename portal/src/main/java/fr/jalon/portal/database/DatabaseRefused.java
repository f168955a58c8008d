package fr.jalon.portal.database;

/** The database cannot be used; the message says what was found, the action what to do about it. */
final class DatabaseRefused extends RuntimeException {
  private final String action;

  DatabaseRefused(String message, String action) {
    super(message);
    this.action = action;
  }

  DatabaseRefused(String message, String action, Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
