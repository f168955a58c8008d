package fr.jalon.portal.storage;

/** A room that keeps files in the store: asked before bytes are removed for good. */
public interface StoredFileUser {
  /** True when it still needs the file of that hash. */
  boolean uses(String sha256);
}
