package fr.jalon.portal.web;

/** The hidden field every form carries. */
public record Csrf(String name, String value) {}
