package fr.jalon.portal.account;

import java.util.List;
import java.util.Map;

/**
 * The page of the people someone looks after.
 *
 * @param roles those one may give, with their words
 * @param anyAuthority true for those who invite to any authority
 */
public record PeopleView(
    List<Line> people,
    List<Line> invited,
    Map<String, String> roles,
    boolean anyAuthority,
    Form form) {
  public PeopleView {
    people = List.copyOf(people);
    invited = List.copyOf(invited);
  }

  /**
   * @param withdrawable true when a button may take the account away
   */
  public record Line(
      String id, String name, String email, String role, String authority, boolean withdrawable) {}

  /** What is typed in the form of invitation. */
  public record Form(String name, String email, String role, String authority) {
    static final Form EMPTY = new Form("", "", Role.AGENT.name(), "");
  }
}
