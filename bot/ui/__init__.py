"""What Discord can show: messages, buttons, menus and forms as values. Alone knows discord.ui and limits."""
