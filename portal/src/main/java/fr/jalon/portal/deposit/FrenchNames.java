package fr.jalon.portal.deposit;

import fr.jalon.portal.organization.LocalAuthority;

/** Names of places after "de": d'Orléans, du Blanc, de La Châtre, des Aix-d'Angillon. */
final class FrenchNames {
  private FrenchNames() {}

  /** "la commune d'Orléans", "Orléans Métropole". */
  static String full(LocalAuthority authority) {
    return authority.kind() == LocalAuthority.Kind.COMMUNE
        ? "la commune " + of(authority.name())
        : authority.name();
  }

  static String of(String name) {
    if (name.startsWith("Le ")) {
      return "du " + name.substring(3);
    }
    if (name.startsWith("Les ")) {
      return "des " + name.substring(4);
    }
    boolean elided = !name.isEmpty() && "AEIOUYÂÀÉÈÊËÎÏÔÛÙH".indexOf(name.charAt(0)) >= 0;
    return (elided ? "d’" : "de ") + name;
  }
}
