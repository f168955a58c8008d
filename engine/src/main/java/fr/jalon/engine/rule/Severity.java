package fr.jalon.engine.rule;

/** How much a finding matters: only an error stops a publication. */
public enum Severity {
  ERROR,
  WARNING,
  ADVICE
}
