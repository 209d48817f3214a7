package io.attune.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON, as far as this client needs it: objects are maps, arrays are lists, numbers are doubles. So that an app takes in no
 * library for it.
 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when it is not JSON */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at != text.length()) {
            throw json.fault();
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return read(text) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static String write(Object value) {
        return switch (value) {
            case null -> "null";
            case String s -> quoted(s);
            case Map<?, ?> map -> {
                var parts = new ArrayList<String>();
                map.forEach((key, one) -> parts.add(quoted(String.valueOf(key)) + ":" + write(one)));
                yield "{" + String.join(",", parts) + "}";
            }
            case List<?> list ->
                "[" + String.join(",", list.stream().map(Json::write).toList()) + "]";
            default -> String.valueOf(value);
        };
    }

    private static String quoted(String s) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 32) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private Object value() {
        space();
        return switch (peek()) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> map() {
        var map = new LinkedHashMap<String, Object>();
        at++;
        space();
        while (peek() != '}') {
            space();
            String key = string();
            space();
            expect(':');
            map.put(key, value());
            space();
            if (peek() != '}') {
                expect(',');
            }
        }
        at++;
        return map;
    }

    private List<Object> list() {
        var list = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            list.add(value());
            space();
            if (peek() != ']') {
                expect(',');
            }
        }
        at++;
        return list;
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> c;
        };
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw fault();
        }
        return Double.valueOf(text.substring(from, at));
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw fault();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw fault();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault();
        }
        return text.charAt(at);
    }

    private IllegalArgumentException fault() {
        return new IllegalArgumentException("not JSON at " + at);
    }
}
