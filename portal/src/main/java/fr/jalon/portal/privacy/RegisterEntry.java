package fr.jalon.portal.privacy;

import java.util.List;

/** An entry of the register in words. */
public record RegisterEntry(
    String key,
    String title,
    String purpose,
    String controller,
    String basis,
    String people,
    String data,
    String recipients,
    List<String> kept) {
  public RegisterEntry {
    kept = List.copyOf(kept);
  }
}
