package fr.jalon.portal.web;

import tools.jackson.databind.node.ObjectNode;

/**
 * An address of the API that a room adds to those of the catalog: to its page, to its description.
 */
public interface ApiOperation {
  /** "POST /api/inspections". */
  String address();

  /** What it gives, in a few words. */
  String summary(Messages messages);

  /** How it is used, in a paragraph. */
  String explanation(Messages messages);

  /** A command that runs. */
  String command();

  /** Adds it, and what it needs, to an OpenAPI document that has paths and schemas. */
  void describe(ObjectNode document, Messages messages);
}
