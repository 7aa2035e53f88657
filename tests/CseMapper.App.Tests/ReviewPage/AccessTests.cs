using System.Net;
using CseMapper.App.ReviewPage.Access;
using Microsoft.AspNetCore.Http;

namespace CseMapper.App.Tests.ReviewPage;

public sealed class AccessTests
{
    [Fact]
    public void APasswordIsKeptAsItsSlowHashWithASaltOfItsOwn()
    {
        PasswordHash one = PasswordHash.Of("three words together");
        PasswordHash two = PasswordHash.Of("three words together");

        Assert.True(one.Rounds >= 600_000);
        Assert.NotEqual(one.ToString(), two.ToString());
        Assert.True(PasswordHash.Parse(one.ToString())!.Fits("three words together"));
        Assert.False(one.Fits("three words together "));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("pbkdf2-sha256$0$AAAA$AAAA")]
    [InlineData("pbkdf2-sha256$99999999$AAAA$AAAA")]
    [InlineData("pbkdf2-sha256$600000$not base64!$AAAA")]
    [InlineData("md5$1$AAAA$AAAA")]
    public void WhatIsNoPasswordHashIsNone(string text) => Assert.Null(PasswordHash.Parse(text));

    [Fact]
    public void GuessingWaitsLongerEachTimeAndForgetsOnSuccess()
    {
        HandSetTime time = new();
        GuessingLock guessing = new(time);
        for (int i = 0; i < 4; i++)
            guessing.Failed("Ann", "::1");
        Assert.Equal(TimeSpan.Zero, guessing.WaitFor("Ann", "::1"));

        guessing.Failed("Ann", "::1");
        Assert.Equal(TimeSpan.FromSeconds(30), guessing.WaitFor("Ann", "::1"));

        time.Pass(TimeSpan.FromSeconds(31));
        Assert.Equal(TimeSpan.Zero, guessing.WaitFor("Ann", "::1"));
        guessing.Failed("Ann", "::1");
        Assert.Equal(TimeSpan.FromMinutes(1), guessing.WaitFor("Ann", "::1"));

        guessing.Succeeded("Ann", "::1");
        Assert.Equal(TimeSpan.Zero, guessing.WaitFor("Ann", "::1"));
    }

    [Fact]
    public void TyposOfOnePersonKeepNobodyElseOut()
    {
        GuessingLock guessing = new(new HandSetTime());
        for (int i = 0; i < 6; i++)
            guessing.Failed("Ann", "::1");

        Assert.Equal(TimeSpan.Zero, guessing.WaitFor("Bob", "::1"));
        Assert.Equal(TimeSpan.Zero, guessing.WaitFor("Ann", "::2"));
    }

    [Fact]
    public void ManyNamesOrManyAddressesDoNotHelpGuessing()
    {
        GuessingLock guessing = new(new HandSetTime());
        for (int i = 0; i < 50; i++)
        {
            guessing.Failed("name " + i, "::1");
            guessing.Failed("Ann", "::" + (i + 2));
        }

        Assert.Equal(TimeSpan.FromSeconds(30), guessing.WaitFor("Bob", "::1"));
        Assert.Equal(TimeSpan.FromSeconds(30), guessing.WaitFor("Ann", "::ffff"));
        Assert.Equal(TimeSpan.Zero, guessing.WaitFor("Bob", "::ffff"));
    }

    [Fact]
    public void TyposSpreadOverDaysAreForgotten()
    {
        HandSetTime time = new();
        GuessingLock guessing = new(time);
        for (int day = 0; day < 60; day++)
        {
            guessing.Failed("Ann", "::1");
            time.Pass(TimeSpan.FromHours(5));
        }

        Assert.Equal(TimeSpan.Zero, guessing.WaitFor("Ann", "::1"));
        guessing.Failed("Ann", "::1");
        Assert.Equal(TimeSpan.Zero, guessing.WaitFor("Ann", "::1"));
    }

    [Fact]
    public void ASessionThatNobodyUsesEnds()
    {
        HandSetTime time = new();
        SessionStore sessions = new(time);
        Session session = sessions.Begin("Ann", Role.Reviewer);
        time.Pass(TimeSpan.FromHours(11));
        Assert.Same(session, sessions.Find(session.Id));
        time.Pass(TimeSpan.FromHours(11));
        Assert.Same(session, sessions.Find(session.Id));

        time.Pass(TimeSpan.FromHours(13));
        Assert.Null(sessions.Find(session.Id));
    }

    [Theory]
    [InlineData("127.0.0.1:8857", true)]
    [InlineData("localhost:8857", true)]
    [InlineData("[::1]:8857", true)]
    [InlineData("LOCALHOST:8857", true)]
    [InlineData("review.example:8857", true)]
    [InlineData("localhost", false)]
    [InlineData("localhost:80", false)]
    [InlineData("evil.example:8857", false)]
    [InlineData("localhost.evil.example:8857", false)]
    [InlineData("", false)]
    public void OnlyTheMachinesOwnNamesAreAnswered(string host, bool isAnswered) =>
        Assert.Equal(
            isAnswered,
            new HostNames(IPAddress.Loopback, ["Review.example"]).Allows(new HostString(host), 8857)
        );

    private sealed class HandSetTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Pass(TimeSpan time) => _now += time.Ticks;
    }
}
