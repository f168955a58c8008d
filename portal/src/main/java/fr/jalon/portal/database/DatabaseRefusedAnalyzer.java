package fr.jalon.portal.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints two sentences, and no stack trace, when the portal cannot start for its database. */
final class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<DatabaseRefused> {
  @Override
  protected FailureAnalysis analyze(Throwable root, DatabaseRefused cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
