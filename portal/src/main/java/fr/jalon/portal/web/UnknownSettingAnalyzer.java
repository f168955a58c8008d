package fr.jalon.portal.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints which setting is unknown and which was meant, and no stack trace. */
final class UnknownSettingAnalyzer extends AbstractFailureAnalyzer<UnknownSetting> {
  @Override
  protected FailureAnalysis analyze(Throwable root, UnknownSetting cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Did you mean '" + cause.nearest() + "'? Otherwise remove it.",
        cause);
  }
}
