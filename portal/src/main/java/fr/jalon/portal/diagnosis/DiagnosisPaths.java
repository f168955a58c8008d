package fr.jalon.portal.diagnosis;

import java.util.UUID;

/** The addresses of this room. */
public final class DiagnosisPaths {
  public static final String ALL = "/diagnostics";

  private DiagnosisPaths() {}

  public static String of(UUID beneficiaryId) {
    return ALL + "/" + beneficiaryId;
  }
}
