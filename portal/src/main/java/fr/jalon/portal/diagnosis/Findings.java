package fr.jalon.portal.diagnosis;

import java.util.List;

/** What a diagnosis says: of the answers as they are, or as they were when it was frozen. */
public record Findings(Profile profile, List<Suggestion> suggestions) {
  public Findings {
    suggestions = List.copyOf(suggestions);
  }
}
