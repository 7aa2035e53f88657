namespace CseMapper.App.Configuration;

/// <summary>The settings file cannot be used; the message names every fault with its line.</summary>
public sealed class SettingsException(string message) : Exception(message);
