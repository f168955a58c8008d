package fr.jalon.portal.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says who may send more than a short form: a room answers for its own addresses and people, from
 * the head of the request, before a byte of the body is kept.
 */
public interface LargeBodies {
  /** Attribute of a request whose form was longer than what is taken from strangers. */
  String TOO_LONG_A_FORM = LargeBodies.class.getName() + ".too-long";

  /** Empty when this room knows of no reason to take it. */
  Optional<Allowance> allow(Heading heading);

  /**
   * What is known before the body is here.
   *
   * @param path as it is written in the request, without its query
   * @param cookies the header, null when there is none
   * @param address of who is at the other end of the connection
   */
  record Heading(String method, String path, @Nullable String cookies, String address) {}

  /**
   * A body may come, if there is a place for it.
   *
   * @param places whom it is counted against, each with the most bodies on their way at a time
   */
  record Allowance(Map<String, Integer> places) {
    public Allowance {
      places = Map.copyOf(places);
    }
  }
}
