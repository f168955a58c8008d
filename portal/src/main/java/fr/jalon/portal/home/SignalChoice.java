package fr.jalon.portal.home;

import fr.jalon.portal.home.signal.Level;
import fr.jalon.portal.home.signal.Signal;
import fr.jalon.portal.home.signal.SignalPaths;
import fr.jalon.portal.programme.Season;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which signals are shown, as an address says it.
 *
 * @param level null for any
 * @param authority id of a beneficiary, "" for any
 */
record SignalChoice(State state, @Nullable Level level, String authority) {
  /** Where they are for whoever looks. */
  enum State {
    HERE(""),
    ASIDE("de-cote"),
    RESOLVED("regles");

    private final String key;

    State(String key) {
      this.key = key;
    }

    /** As written in an address. */
    String key() {
      return key;
    }
  }

  static SignalChoice of(String state, String level, String authority) {
    return new SignalChoice(
        Stream.of(State.values())
            .filter(one -> one.key.equals(state))
            .findFirst()
            .orElse(State.HERE),
        Stream.of(Level.values()).filter(one -> key(one).equals(level)).findFirst().orElse(null),
        authority.matches("[0-9a-f-]{36}") ? authority : "");
  }

  static String key(Level level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  SignalChoice with(State other) {
    return new SignalChoice(other, level, authority);
  }

  SignalChoice with(@Nullable Level other) {
    return new SignalChoice(state, other, authority);
  }

  boolean shows(Signal signal, LocalDate today) {
    boolean placed = state == State.RESOLVED || signal.isAside(today) == (state == State.ASIDE);
    return placed
        && (level == null || signal.level() == level)
        && (authority.isEmpty() || authority.equals(String.valueOf(signal.beneficiaryId())));
  }

  /** Of the signals of that season, with what is chosen. */
  String address(Season season) {
    return SignalPaths.ALL
        + "?saison="
        + season.slug()
        + part("etat", state.key())
        + part("niveau", level == null ? "" : key(level))
        + part("collectivite", authority);
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + value;
  }
}
