package fr.jalon.portal.programme;

import fr.jalon.portal.document.TextKind;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The texts of the papers of the programme: letters to candidates, papers of a session. */
public enum ProgrammePaper implements TextKind {
  ACCEPTED("candidature-acceptee", About.CANDIDACY),
  WAITING("candidature-en-attente", About.CANDIDACY),
  REFUSED("candidature-refusee", About.CANDIDACY),
  ATTENDANCE("feuille-de-presence", About.MEETING),
  MINUTES("compte-rendu", About.MEETING);

  /** What a paper is about, and so what it may name. */
  enum About {
    CANDIDACY(
        List.of(
            "collectivite",
            "contact",
            "decide-par",
            "decide-le",
            "debut",
            "fin",
            "sessions",
            "contribution"),
        List.of("motif")),
    MEETING(
        List.of("etape", "moment", "duree", "lieu-seance", "redige-par"),
        List.of("a-signer", "presents", "absents", "compte-rendu"));

    private final List<String> fields;
    private final List<String> parts;

    About(List<String> fields, List<String> parts) {
      this.fields = fields;
      this.parts = parts;
    }
  }

  /** What any paper of the programme may name. */
  private static final List<String> COMMON =
      List.of("saison", "organisateur", "signataire-organisateur", "lieu", "date");

  private final String key;
  private final About about;

  ProgrammePaper(String key, About about) {
    this.key = key;
    this.about = about;
  }

  About about() {
    return about;
  }

  /** The letter that answers a candidacy, for those that are answered. */
  static ProgrammePaper answering(Candidacy.Standing standing) {
    return switch (standing) {
      case ACCEPTED -> ACCEPTED;
      case WAITING -> WAITING;
      case REFUSED -> REFUSED;
      case RECEIVED -> throw new IllegalArgumentException("nothing was answered");
    };
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String messageKey() {
    return "programme.paper." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<String> fields() {
    Set<String> all = new LinkedHashSet<>(about.fields);
    all.addAll(COMMON);
    return Collections.unmodifiableSet(all);
  }

  @Override
  public Set<String> parts() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(about.parts));
  }
}
