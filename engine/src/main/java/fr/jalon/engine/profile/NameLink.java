package fr.jalon.engine.profile;

import java.util.Arrays;
import java.util.Optional;

/**
 * How French joins the name of a place to the words before it: the type de nom en clair (TNCC) of
 * INSEE's code officiel géographique.
 */
public enum NameLink {
  CONSONANT(0),
  /** A vowel, or an h that is not heard: d'Olivet, d'Hyères. */
  VOWEL(1),
  LE(2),
  LA(3),
  LES(4),
  L(5),
  AUX(6),
  LAS(7),
  LOS(8);

  private final int code;

  NameLink(int code) {
    this.code = code;
  }

  /** Of INSEE's digit; none when it is not one. */
  public static Optional<NameLink> find(String digit) {
    return Arrays.stream(values()).filter(link -> digit.equals("" + link.code)).findFirst();
  }
}
